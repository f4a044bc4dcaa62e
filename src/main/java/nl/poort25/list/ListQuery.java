package nl.poort25.list;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  final Class<T> type;
  final String select;
  final String from;
  private final List<String> bounds = new ArrayList<>();
  final List<String> others = new ArrayList<>();
  private final List<String> among = new ArrayList<>();
  final Map<String, Object> limits = new HashMap<>();
  final Map<String, Object> parameters = new HashMap<>();
  private final Map<String, Object> starts = new HashMap<>();
  private final List<String> fixed = new ArrayList<>();
  final ListOrder<T> order = new ListOrder<>();
  String joins = "";
  List<?> turns = List.of();
  String anyColumn;
  List<?> anyValues = List.of();
  boolean few;
  private int given;

  /** Lists an entity, such as {@code new ListQuery<>(Ticket.class, "Ticket t")}. */
  public ListQuery(Class<T> type, String from) {
    this(type, alias(from), from);
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

  /** Lists the ids of an entity, to be counted or read by: {@code ListQuery.ofIds("Ticket t")}. */
  public static ListQuery<Long> ofIds(String from) {
    return new ListQuery<>(Long.class, alias(from) + ".id", from);
  }

  /** What the rows show besides; a count goes without it. */
  public ListQuery<T> join(String clause) {
    joins += " " + clause;
    return this;
  }

  /** The column has that value; a null is no condition. Fixed columns lead the index. */
  public ListQuery<T> fix(String column, Object value) {
    if (value == null || fixed.contains(column)) {
      return this;
    }
    fixed.add(column);
    String name = "fixed" + fixed.size();
    return bound(column + " = :" + name, name, value);
  }

  /** The column is empty, which leads the index as a value does. */
  public ListQuery<T> fixEmpty(String column) {
    fixed.add(column);
    bounds.add(column + " is null");
    return this;
  }

  /**
   * The column has one of these values, of which a null is an empty column: a few, for each of them
   * is a query of its own, and what they find is put in order.
   */
  public ListQuery<T> fixAny(String column, Collection<?> values) {
    if (values.size() > 1) {
      anyColumn = column;
      anyValues = new ArrayList<>(values);
      return this;
    }
    Object only = values.iterator().next();
    return only == null ? fixEmpty(column) : fix(column, only);
  }

  /** Fixes the column, unless another is: an index has one of those that lists ask for. */
  public ListQuery<T> narrow(String column, Object value) {
    return fixed.isEmpty() ? fix(column, value) : whereEqual(column, value);
  }

  /**
   * The same of a column that is fixed already, or that the index has not: of each row then, as
   * with {@link #where}.
   */
  public ListQuery<T> whereEqual(String column, Object value) {
    String name = "other" + others.size();
    return fixed.contains(column) ? this : where(ofEachRow(column + " = :" + name), name, value);
  }

  /**
   * The same as {@link #where}, of a condition that an index has, but not the one of this order:
   * plain, it would make H2 read that other one, and all of its rows.
   */
  public ListQuery<T> whereOfEachRow(String condition) {
    return where(ofEachRow(condition));
  }

  /**
   * The condition that a row has another that belongs to it, looked for by each by itself: of such
   * ones plain PostgreSQL reads all that there are, to know which of a few rows have one.
   *
   * @param from the other entity and its alias
   * @param owner the column of it that has the id of the row
   * @param id of the row, such as {@code e.id}
   * @param condition of the other
   */
  public static String has(String from, String owner, String id, String condition) {
    return ofEachRow(
        // compared twice, since what is compared as equal alone may be looked up in a hash
        "exists (select %1$s.id from %2$s where %3$s = %4$s and %3$s >= %4$s and %5$s)"
            .formatted(alias(from), from, owner, id, condition));
  }

  private static String ofEachRow(String condition) {
    return "case when " + condition + " then 1 else 0 end = 1";
  }

  /** The column begins with that text; a null is no condition. */
  public ListQuery<T> whereBegins(String column, String beginning) {
    // a range, not a LIKE: both databases then use the index for whatever was typed
    return beginning == null
        ? this
        : bound(column + " >= :begin", "begin", beginning)
            .bound(column + " < :behind", "behind", NameCollation.behind(beginning))
            .startAt(column, beginning);
  }

  /**
   * No row has less in that column than this, or more where the list descends; a null is no
   * condition. Where it is sorted by that column the first page begins there: PostgreSQL begins
   * with the key, however far before what else bounds the index that is, and reads all between.
   */
  public ListQuery<T> startAt(String column, Object value) {
    if (value != null) {
      starts.put(column, value);
    }
    return this;
  }

  /**
   * The key before the first row.
   *
   * @param held so many of the first columns have a value that the caller puts there
   */
  List<Object> start(int held) {
    return order.start(held, starts);
  }

  /** A limit of the column that it is sorted by first, with a parameter; none where it is null. */
  public ListQuery<T> bound(String condition, String name, Object value) {
    if (value != null) {
      bounds.add(condition);
      limits.put(name, value);
    }
    return this;
  }

  /**
   * Rows with one of these ids, which are at most as many as are counted: whatever else is asked
   * for, no more are looked at.
   */
  public ListQuery<T> among(Collection<Long> ids) {
    few = true;
    String name = "among" + among.size();
    among.add(alias() + ".id in (:" + name + ")");
    given = ids.size();
    limits.put(name, ids.isEmpty() ? List.of(-1L) : ids);
    return this;
  }

  /**
   * All conditions that an index has. Among a few ids it is that of the ids: plain, the others
   * would make H2 walk all rows of theirs.
   *
   * @param more than those of the query itself
   */
  Stream<String> bounds(Stream<String> more) {
    var all = Stream.concat(bounds.stream(), more);
    return among.isEmpty() ? all : Stream.concat(among.stream(), all.map(ListQuery::ofEachRow));
  }

  /** How many it has, where that is how many ids were given; null where it is not. */
  Integer knownCount() {
    return among.size() == 1 && bounds.isEmpty() && others.isEmpty() && anyColumn == null
        ? given
        : null;
  }

  /** The columns that lead the order, as they do the index. */
  List<String> leading() {
    return among.isEmpty() ? fixed : List.of();
  }

  /**
   * Rows with one of the ids that this finds, where they are no more than are counted; else those
   * for which the condition holds: there are so many of them that a page of the list, in its order,
   * has some.
   *
   * @param hql of the ids
   * @param both the parameters of the ids and of the condition
   */
  public ListQuery<T> among(
      EntityManager em, String hql, String condition, Map<String, Object> both) {
    var found = LongLists.contains(em, hql, both) ? null : few(em, hql, both);
    if (found != null) {
      return among(found);
    }
    parameters.putAll(both);
    return where(condition);
  }

  /** Null where there are many. */
  private static List<Long> few(EntityManager em, String hql, Map<String, Object> parameters) {
    var ids = em.createQuery(hql, Long.class);
    parameters.forEach(ids::setParameter);
    var found = ids.setMaxResults(ListPage.COUNTED + 1).getResultList();
    if (found.size() <= ListPage.COUNTED) {
      return found;
    }
    LongLists.add(em, hql, parameters);
    return null;
  }

  /** There are so few rows that each of them may be looked at: hundreds, not millions. */
  public ListQuery<T> few() {
    few = true;
    return this;
  }

  /**
   * A condition that no index has: of those that stand next in the order it leaves some out, and no
   * more than {@link ListReader#SEARCHED} are looked at for a page.
   */
  public ListQuery<T> where(String condition) {
    others.add(condition);
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
    turns = List.copyOf(values);
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
    var reader = new ListReader<>(em, this);
    var before = key(request.before());
    if (before != null) {
      var found = reader.rows(new ListPart(before, true, ListPage.MOST + 1)).rows();
      if (found.size() > ListPage.MOST) {
        var rows = found.subList(0, ListPage.MOST);
        Collections.reverse(rows);
        String last = order.key(rows.get(rows.size() - 1));
        return page(request, rows, true, last, count(reader, true), null);
      }
    }
    var after = before == null ? key(request.after()) : null;
    var found = reader.rows(new ListPart(after, false, ListPage.MOST + 1));
    boolean more = found.rows().size() > ListPage.MOST;
    var rows = more ? found.rows().subList(0, ListPage.MOST) : found.rows();
    var end = more ? null : found.searched();
    String last = more ? order.key(rows.get(rows.size() - 1)) : end == null ? null : order.key(end);
    var count =
        after == null && last == null ? BoundedCount.of(rows.size()) : count(reader, after != null);
    return page(request, rows, after != null, last, count, end);
  }

  /** Null where that would be a search of its own. */
  private BoundedCount count(ListReader<T> reader, boolean further) {
    return further && reader.isSearch() ? null : reader.count(ListPage.COUNTED);
  }

  private ListPage<T> page(
      ListRequest request,
      List<T> rows,
      boolean further,
      String last,
      BoundedCount count,
      List<Object> end) {
    String first = further && !rows.isEmpty() ? order.key(rows.get(0)) : null;
    return new ListPage<>(
        rows, request, further, first, last, count, end == null ? null : order.shown(end));
  }

  private List<Object> key(String typed) {
    var key = order.read(typed);
    return key == null || turns.isEmpty() || turns.contains(key.get(0)) ? key : null;
  }

  /** The first rows. */
  public List<T> first(EntityManager em, int most) {
    return new ListReader<>(em, this).rows(new ListPart(null, false, most)).rows();
  }

  String alias() {
    return alias(from);
  }

  /** The joins that its conditions, its order or the ids that it lists are about. */
  String neededJoins() {
    var named = Stream.of(bounds.stream(), others.stream(), Stream.of(order.selected()));
    String ids = type == Long.class ? select : "";
    return ListJoins.needed(joins, Stream.concat(named.flatMap(part -> part), Stream.of(ids)));
  }

  /**
   * The conditions that an index has, and the key.
   *
   * @param held how many of the first columns have the value of the key
   * @param value of the column that has one of several
   */
  Stream<String> beyond(ListPart part, int held, Object value) {
    String key = order.beyond(held, part.back());
    return bounds(
        anyColumn == null
            ? Stream.of(key)
            : Stream.of(anyColumn + (value == null ? " is null" : " = :any"), key));
  }

  String hql(String selected, String joined, Stream<String> conditions, boolean back) {
    var leading =
        anyColumn == null
            ? leading()
            : Stream.concat(leading().stream(), Stream.of(anyColumn)).toList();
    return "select %s from %s%s where %s%s"
        .formatted(
            selected,
            from,
            joined,
            String.join(" and ", conditions.toList()),
            order.by(leading, back));
  }

  /**
   * With all parameters bound that {@link #beyond} and the other conditions have.
   *
   * @param value of the column that has one of several
   */
  <R> TypedQuery<R> create(EntityManager em, String hql, Class<R> as, ListPart part, Object value) {
    var typed = em.createQuery(hql, as);
    if (anyColumn != null && value != null) {
      typed.setParameter("any", value);
    }
    limits.forEach(typed::setParameter);
    parameters.forEach(typed::setParameter);
    order.bind(typed, part.key());
    return typed;
  }

  private static String alias(String from) {
    return from.substring(from.indexOf(' ') + 1);
  }
}
