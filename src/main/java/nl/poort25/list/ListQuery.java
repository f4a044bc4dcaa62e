package nl.poort25.list;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.text.NameCollation;

/**
 * The query of a list, in HQL: what it selects, what holds for its rows, and how they are sorted,
 * which is also where a page goes on. A page reads the rows it shows and one more, however many
 * there are, where an index has the fixed columns and then the sorted ones.
 *
 * <p>H2 walks such an index in its order only if the fixed columns stand first in the order too,
 * all in one direction; and it takes that index only if a condition bounds the column behind them.
 * Both are seen to here: all that is fixed leads the order, and the first page begins after a key
 * that stands before all rows. The key is compared as one row value, of which either database makes
 * the bound of its index; written out with "or" it would be none. PostgreSQL needs none of this,
 * and it does no harm there. The page before a key is read in the other direction, which the same
 * index serves.
 */
public final class ListQuery<T> {
  private final Class<T> type;
  private final String select;
  private final String from;
  private String joins = "";
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();
  private final List<String> fixed = new ArrayList<>();
  private final ListOrder<T> order = new ListOrder<>();
  private List<?> turns = List.of();

  /** Lists an entity, such as {@code new ListQuery<>(Ticket.class, "Ticket t")}. */
  public ListQuery(Class<T> type, String from) {
    this(type, from.substring(from.indexOf(' ') + 1), from);
  }

  /**
   * @param select what makes a row, such as {@code new nl.poort25.Row(t.id)}
   * @param from the entity and its alias
   */
  public ListQuery(Class<T> type, String select, String from) {
    this.type = type;
    this.select = select;
    this.from = from;
  }

  /** What the rows show besides; a count goes without it. */
  public ListQuery<T> join(String clause) {
    joins += " " + clause;
    return this;
  }

  /** The column has that value; a null is no condition. Fixed columns lead the index. */
  public ListQuery<T> fix(String column, Object value) {
    whereEqual(column, value);
    if (value != null) {
      fixed.add(column);
    }
    return this;
  }

  /** The column is empty, which leads the index as a value does. */
  public ListQuery<T> fixEmpty(String column) {
    fixed.add(column);
    return where(column + " is null");
  }

  /** Fixes the column, unless another is: an index has one of those that lists ask for. */
  public ListQuery<T> narrow(String column, Object value) {
    return fixed.isEmpty() ? fix(column, value) : whereEqual(column, value);
  }

  /** The same of a column that is fixed already, or that the index has not: of each row then. */
  public ListQuery<T> whereEqual(String column, Object value) {
    String name = "p" + parameters.size();
    return fixed.contains(column) ? this : where(column + " = :" + name, name, value);
  }

  /** The column begins with that text; a null is no condition. */
  public ListQuery<T> whereBegins(String column, String beginning) {
    // a range, not a LIKE: both databases then use the index for whatever was typed
    return beginning == null
        ? this
        : where(column + " >= :begin", "begin", beginning)
            .where(column + " < :end", "end", NameCollation.behind(beginning));
  }

  public ListQuery<T> where(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A condition with a parameter; none where the value is null. */
  public ListQuery<T> where(String condition, String name, Object value) {
    return value == null ? this : where(condition).with(name, value);
  }

  /** One more parameter of a condition. */
  public ListQuery<T> with(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** The last first, by all columns that it is sorted by; said before those. */
  public ListQuery<T> descending() {
    order.descend();
    return this;
  }

  /**
   * Sorted first by that column, which has these few values, in this order. Each is a query of its
   * own, one after the other: H2 bounds one column behind the fixed ones, and that is the next.
   */
  public ListQuery<T> inTurn(String column, Function<T, ?> value, List<?> values) {
    turns = values;
    return by(column, value, values.get(0));
  }

  /** Sorted by a number, at last by the id: so that no two rows have one place. */
  public ListQuery<T> byNumber(String column, Function<T, Long> value) {
    return by(column, value, order.isDescending() ? Long.MAX_VALUE : 0L);
  }

  /** Rows without that moment are not in the list. */
  public ListQuery<T> byTime(String column, Function<T, Instant> value) {
    return by(column, value, order.isDescending() ? ListOrder.LAST : Instant.EPOCH);
  }

  /** Rows without that text are not in the list. */
  public ListQuery<T> byText(String column, Function<T, String> value) {
    return by(column, value, "");
  }

  /**
   * @param first what stands before every such text
   */
  public ListQuery<T> byText(String column, Function<T, String> value, String first) {
    return by(column, value, first);
  }

  /** Sorted by a text in small letters, as the database makes them. */
  public ListQuery<T> byLowerCase(String column, Function<T, String> value) {
    order.add("lower(" + column + ")", "lower(:%s)", value, "");
    return this;
  }

  private ListQuery<T> by(String column, Function<T, ?> value, Object first) {
    order.add(column, ":%s", value, first);
    return this;
  }

  /** The page that the request asks for: the first, where its key is none of ours. */
  public ListPage<T> page(EntityManager em, ListRequest request) {
    var before = key(request.before());
    if (before != null) {
      var found = list(em, select, joins, type, new Part(before, true, ListPage.MOST + 1));
      if (found.size() > ListPage.MOST) {
        var rows = found.subList(0, ListPage.MOST);
        Collections.reverse(rows);
        return page(em, request, rows, true, true);
      }
    }
    var after = before == null ? key(request.after()) : null;
    var found = list(em, select, joins, type, new Part(after, false, ListPage.MOST + 1));
    boolean more = found.size() > ListPage.MOST;
    return page(em, request, more ? found.subList(0, ListPage.MOST) : found, after != null, more);
  }

  private ListPage<T> page(
      EntityManager em, ListRequest request, List<T> rows, boolean further, boolean more) {
    return new ListPage<>(
        rows,
        request,
        further,
        further && !rows.isEmpty() ? order.key(rows.get(0)) : null,
        more ? order.key(rows.get(rows.size() - 1)) : null,
        further || more ? count(em, ListPage.COUNTED + 1) : rows.size());
  }

  private List<Object> key(String typed) {
    var key = order.read(typed);
    return key == null || turns.isEmpty() || turns.contains(key.get(0)) ? key : null;
  }

  /** The first rows. */
  public List<T> first(EntityManager em, int most) {
    return list(em, select, joins, type, new Part(null, false, most));
  }

  /** How many rows there are; no more than so many are counted. */
  public int count(EntityManager em, int most) {
    String id = from.substring(from.indexOf(' ') + 1) + ".id";
    String joined = joins.replace("join fetch ", "join ");
    return list(em, id, joined, Long.class, new Part(null, false, most)).size();
  }

  /**
   * What is read of a list.
   *
   * @param key where it begins; null for one end
   * @param back the other way, from the key to the first row
   */
  private record Part(List<Object> key, boolean back, int most) {
    Part from(List<Object> otherKey, int left) {
      return new Part(otherKey, back, left);
    }
  }

  private <R> List<R> list(
      EntityManager em, String selected, String joined, Class<R> as, Part part) {
    String query = "select " + selected + " from " + from + joined;
    var end = part.back() ? order.end() : order.start();
    if (turns.isEmpty()) {
      return query(em, query, as, part.key() == null ? part.from(end, part.most()) : part, 0);
    }
    var found = new ArrayList<R>();
    for (Object turn : left(part)) {
      if (found.size() < part.most()) {
        boolean first = part.key() != null && turn.equals(part.key().get(0));
        var key = first ? part.key() : new ArrayList<>(end);
        key.set(0, turn);
        found.addAll(query(em, query, as, part.from(key, part.most() - found.size()), 1));
      }
    }
    return found;
  }

  /** The turns from that of the key on, in the direction of reading. */
  private List<?> left(Part part) {
    var inOrder = new ArrayList<Object>(turns);
    if (part.back()) {
      Collections.reverse(inOrder);
    }
    return part.key() == null
        ? inOrder
        : inOrder.subList(inOrder.indexOf(part.key().get(0)), inOrder.size());
  }

  private <R> List<R> query(EntityManager em, String beginning, Class<R> as, Part part, int held) {
    var all = Stream.concat(conditions.stream(), Stream.of(order.beyond(held, part.back())));
    var query =
        em.createQuery(
            beginning
                + " where "
                + all.collect(Collectors.joining(" and "))
                + order.by(fixed, part.back()),
            as);
    parameters.forEach(query::setParameter);
    order.bind(query, part.key());
    return query.setMaxResults(part.most()).getResultList();
  }
}
