package nl.poort25.list;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
  private final ListSearch<T> search;

  ListReader(EntityManager em, ListQuery<T> query) {
    this.em = em;
    this.query = query;
    search = new ListSearch<>(em, query);
  }

  /**
   * @param searched the key of the last row that was looked at; null where all were that there are,
   *     or as many found as were wanted
   */
  record Found<R>(List<R> rows, List<Object> searched) {}

  /** Reads what stands beyond a key, for one value of the column that has several. */
  private interface Reading<R> {
    /**
     * @param held how many of the first columns have the value of the key
     */
    Found<R> read(ListPart part, int held, Object value);
  }

  /** Whether a page looks through more rows than it shows. */
  boolean isSearch() {
    return !query.others.isEmpty() && !query.few;
  }

  Found<T> rows(ListPart part) {
    if (!isSearch()) {
      return inOrder(part, query.order::values, this::select);
    }
    var found = inOrder(part, ListSearch.Match::key, search::matches);
    var rows = withIds(found.rows(), part.back());
    if (rows.size() < found.rows().size()) { // one was deleted in between
      search.lookAgain();
      found = inOrder(part, ListSearch.Match::key, search::matches);
      rows = withIds(found.rows(), part.back());
    }
    return new Found<>(rows, found.searched());
  }

  /** How many there are; no more than so many are counted, among no more than are looked at. */
  BoundedCount count(int most) {
    if (query.knownCount() != null) {
      return BoundedCount.of(query.knownCount(), most, false);
    }
    if (!isSearch() && query.anyValues.isEmpty()) {
      return new ListUnion<String>().add("", query).count(em, most).get("");
    }
    var part = new ListPart(null, false, most + 1);
    int number = 0;
    boolean searched = false;
    for (Object value : query.anyValues.isEmpty() ? NONE : query.anyValues) {
      Found<?> found =
          isSearch() ? inTurn(part, value, search::matches) : inTurn(part, value, this::ids);
      number += found.rows().size();
      searched |= found.searched() != null;
    }
    return BoundedCount.of(number, most, searched);
  }

  private <R> Found<R> inOrder(ListPart part, Function<R, List<Object>> key, Reading<R> reading) {
    if (query.anyValues.isEmpty()) {
      return inTurn(part, null, reading);
    }
    var rows = new ArrayList<R>();
    var ends = new ArrayList<List<Object>>();
    for (Object value : query.anyValues) {
      var found = inTurn(part, value, reading);
      rows.addAll(found.rows());
      if (found.searched() != null) {
        ends.add(found.searched());
      }
    }
    var order = part.back() ? query.order.reversed() : query.order.comparator();
    rows.sort(Comparator.comparing(key, order));
    var end = ends.stream().min(order).orElse(null);
    if (end != null) {
      rows.removeIf(row -> order.compare(key.apply(row), end) > 0);
    }
    return rows.size() < part.most()
        ? new Found<>(rows, end)
        : new Found<>(new ArrayList<>(rows.subList(0, part.most())), null);
  }

  /**
   * @param value of the column that has one of several; of no meaning where there is none
   */
  private <R> Found<R> inTurn(ListPart part, Object value, Reading<R> reading) {
    var end = part.back() ? query.order.end() : query.start(query.turns.isEmpty() ? 0 : 1);
    if (query.turns.isEmpty()) {
      return reading.read(part.key() == null ? part.from(end, part.most()) : part, 0, value);
    }
    var rows = new ArrayList<R>();
    for (Object turn : left(part)) {
      boolean first = part.key() != null && turn.equals(part.key().get(0));
      var key = first ? part.key() : new ArrayList<>(end);
      key.set(0, turn);
      var found = reading.read(part.from(key, part.most() - rows.size()), 1, value);
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

  private Found<T> select(ListPart part, int held, Object value) {
    return read(query.select, query.joins, query.type, part, held, value);
  }

  private Found<Long> ids(ListPart part, int held, Object value) {
    return read(query.alias() + ".id", query.neededJoins(), Long.class, part, held, value);
  }

  private <R> Found<R> read(
      String selected, String joins, Class<R> as, ListPart part, int held, Object value) {
    var conditions = Stream.concat(query.beyond(part, held, value), query.others.stream());
    String hql = query.hql(selected, joins, conditions, part.back());
    return new Found<>(
        query.create(em, hql, as, part, value).setMaxResults(part.most()).getResultList(), null);
  }

  private List<T> withIds(List<ListSearch.Match> found, boolean back) {
    if (found.isEmpty()) {
      return List.of();
    }
    String order = query.order.by(List.of(), back);
    return em.createQuery(
            "select %s from %s%s where %s.id in (:found)%s"
                .formatted(query.select, query.from, query.joins, query.alias(), order),
            query.type)
        .setParameter("found", found.stream().map(ListSearch.Match::id).toList())
        .getResultList();
  }
}
