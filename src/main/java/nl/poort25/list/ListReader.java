package nl.poort25.list;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the rows of a {@link ListQuery}, one turn after the other. Where it has conditions that no
 * index has, the rows that come next in the order are looked at up to the {@link #SEARCHED}th, and
 * the reader is told how far that was: however rare is what is looked for, a page costs no more.
 */
final class ListReader<T> {
  /** How many rows are looked at for one page. */
  static final int SEARCHED = 5_000;

  private static final List<Object> NONE = Collections.singletonList(null);

  private final EntityManager em;
  private final ListQuery<T> query;
  private final Map<List<Object>, List<Object>> ends = new HashMap<>();
  private Object value;

  ListReader(EntityManager em, ListQuery<T> query) {
    this.em = em;
    this.query = query;
  }

  /**
   * @param searched the key of the last row that was looked at; null where all were that there are,
   *     or as many found as were wanted
   */
  record Found<R>(List<R> rows, List<Object> searched) {}

  /** Whether a page looks through more rows than it shows. */
  boolean isSearch() {
    return !query.others.isEmpty() && !query.few;
  }

  Found<T> rows(ListPart part) {
    if (query.anyValues.isEmpty()) {
      return read(query.select, query.joins, query.type, part, null);
    }
    var rows = new ArrayList<T>();
    var ends = new ArrayList<List<Object>>();
    for (Object value : query.anyValues) {
      var found = read(query.select, query.joins, query.type, part, value);
      rows.addAll(found.rows());
      if (found.searched() != null) {
        ends.add(found.searched());
      }
    }
    var order = part.back() ? query.order.reversed() : query.order.comparator();
    rows.sort(Comparator.comparing(query.order::values, order));
    var end = ends.stream().min(order).orElse(null);
    if (end != null) {
      rows.removeIf(row -> order.compare(query.order.values(row), end) > 0);
    }
    return rows.size() < part.most()
        ? new Found<>(rows, end)
        : new Found<>(List.copyOf(rows.subList(0, part.most())), null);
  }

  /** How many there are; no more than so many are counted, among no more than are looked at. */
  BoundedCount count(int most) {
    if (!isSearch() && query.anyValues.isEmpty()) {
      return new ListUnion<String>().add("", query).count(em, most).get("");
    }
    String joins = query.joins.replace("join fetch ", "join ");
    var part = new ListPart(null, false, most + 1);
    int number = 0;
    boolean searched = false;
    for (Object value : query.anyValues.isEmpty() ? NONE : query.anyValues) {
      var ids = read(query.alias() + ".id", joins, Long.class, part, value);
      number += ids.rows().size();
      searched |= ids.searched() != null;
    }
    return BoundedCount.of(number, most, searched);
  }

  /**
   * @param value of the column that has one of several; of no meaning where there is none
   */
  private <R> Found<R> read(
      String selected, String joins, Class<R> as, ListPart part, Object value) {
    this.value = value;
    var end = part.back() ? query.order.end() : query.start(query.turns.isEmpty() ? 0 : 1);
    if (query.turns.isEmpty()) {
      return turn(selected, joins, as, part.key() == null ? part.from(end, part.most()) : part, 0);
    }
    var rows = new ArrayList<R>();
    for (Object turn : left(part)) {
      boolean first = part.key() != null && turn.equals(part.key().get(0));
      var key = first ? part.key() : new ArrayList<>(end);
      key.set(0, turn);
      var found = turn(selected, joins, as, part.from(key, part.most() - rows.size()), 1);
      rows.addAll(found.rows());
      if (rows.size() == part.most() || found.searched() != null) {
        return new Found<>(rows, found.searched());
      }
    }
    return new Found<>(rows, null);
  }

  /** The turns from that of the key on, in the direction of reading. */
  private List<?> left(ListPart part) {
    var inOrder = new ArrayList<Object>(query.turns);
    if (part.back()) {
      Collections.reverse(inOrder);
    }
    return part.key() == null
        ? inOrder
        : inOrder.subList(inOrder.indexOf(part.key().get(0)), inOrder.size());
  }

  /**
   * @param held how many of the first columns have the value of the key
   */
  private <R> Found<R> turn(String selected, String joins, Class<R> as, ListPart part, int held) {
    var end = isSearch() ? end(part, held) : null;
    var conditions = Stream.concat(bounds(part, held), query.others.stream());
    if (end != null) {
      conditions = Stream.concat(conditions, Stream.of(query.order.upTo(held, part.back())));
    }
    var typed = em.createQuery(hql(selected, joins, conditions, part.back()), as);
    bind(typed, part);
    query.parameters.forEach(typed::setParameter);
    if (end != null) {
      query.order.bindEnd(typed, held, end);
    }
    var rows = typed.setMaxResults(part.most()).getResultList();
    return new Found<>(rows, rows.size() < part.most() ? end : null);
  }

  /** The key of the last row that is looked at; null where there are fewer. */
  private List<Object> end(ListPart part, int held) {
    // the rows of the first page and their count are of the same search
    var search = Arrays.asList(part.key(), part.back(), value);
    if (!ends.containsKey(search)) {
      ends.put(search, findEnd(part, held));
    }
    return ends.get(search);
  }

  private List<Object> findEnd(ListPart part, int held) {
    var last =
        em.createQuery(
            hql(query.order.selected(), "", bounds(part, held), part.back()), Object.class);
    bind(last, part);
    var found = last.setFirstResult(SEARCHED - 1).setMaxResults(1).getResultList();
    return found.isEmpty() ? null : query.order.selected(found.get(0));
  }

  private Stream<String> bounds(ListPart part, int held) {
    var bounds = new ArrayList<String>();
    if (query.anyColumn != null) {
      bounds.add(query.anyColumn + (value == null ? " is null" : " = :any"));
    }
    bounds.add(query.order.beyond(held, part.back()));
    return query.bounds(bounds.stream());
  }

  private String hql(String selected, String joins, Stream<String> conditions, boolean back) {
    return "select "
        + selected
        + " from "
        + query.from
        + joins
        + " where "
        + String.join(" and ", conditions.toList())
        + query.order.by(fixed(), back);
  }

  private List<String> fixed() {
    var fixed = new ArrayList<>(query.leading());
    if (query.anyColumn != null) {
      fixed.add(query.anyColumn);
    }
    return fixed;
  }

  private void bind(Query typed, ListPart part) {
    if (query.anyColumn != null && value != null) {
      typed.setParameter("any", value);
    }
    query.limits.forEach(typed::setParameter);
    query.order.bind(typed, part.key());
  }
}
