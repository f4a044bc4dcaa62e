package nl.poort25.list;

import jakarta.persistence.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a list is sorted: by columns in one direction, each with a value before all others, so that
 * the first page begins after a key as any other does. A key is the values of a row. What stands
 * before a key is read in the other direction.
 */
final class ListOrder<T> {
  /** Databases know no moment after the year 9999. */
  static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private static final String LAST_TEXT = Character.toString(Character.MAX_CODE_POINT);

  /**
   * @param parameter how a value is compared with it: the name of a parameter in place of %s
   * @param value of a row
   * @param first what stands before every value, of the same type as those
   */
  private record Column<T>(String name, String parameter, Function<T, ?> value, Object first) {}

  private final List<Column<T>> columns = new ArrayList<>();
  private boolean down;

  void descend() {
    down = true;
  }

  boolean isDescending() {
    return down;
  }

  void add(String column, String parameter, Function<T, ?> value, Object first) {
    columns.add(new Column<>(column, parameter, value, first));
  }

  /**
   * Before all rows.
   *
   * @param held so many of the first columns have a value that the caller puts there
   * @param bounds what the rows have at least, or at most where they descend, by column
   */
  List<Object> start(int held, Map<String, Object> bounds) {
    var start = columns.stream().map(Column::first).collect(Collectors.toList());
    if (held < columns.size() && bounds.containsKey(columns.get(held).name())) {
      start.set(held, bounds.get(columns.get(held).name()));
    }
    return start;
  }

  /** Behind all rows: the other end of what such a value can be. */
  List<Object> end() {
    return columns.stream().map(column -> opposite(column.first())).collect(Collectors.toList());
  }

  private static Object opposite(Object end) {
    if (end instanceof Long number) {
      return number == 0 ? Long.MAX_VALUE : Long.valueOf(0);
    }
    if (end instanceof Instant at) {
      return at.equals(LAST) ? Instant.EPOCH : LAST;
    }
    return end instanceof String text && text.isEmpty() ? LAST_TEXT : "";
  }

  /**
   * The condition of what stands beyond a key.
   *
   * @param held how many of the first columns have the value of the key
   * @param back whether that is what stands before it
   */
  String beyond(int held, boolean back) {
    var condition = new StringBuilder();
    for (int i = 0; i < held; i++) {
      condition.append(columns.get(i).name()).append(" = ").append(parameter(i)).append(" and ");
    }
    var names = columns.stream().skip(held).map(Column::name).toList();
    var keys = Stream.iterate(held, i -> i < columns.size(), i -> i + 1).map(this::parameter);
    return condition + rowValue(names) + (down == back ? " > " : " < ") + rowValue(keys.toList());
  }

  /** The columns as a query selects them. */
  String selected() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String parameter(int i) {
    return columns.get(i).parameter().formatted("key" + i);
  }

  private static String rowValue(List<String> parts) {
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
  }

  void bind(Query typed, List<Object> key) {
    for (int i = 0; i < key.size(); i++) {
      typed.setParameter("key" + i, key.get(i));
    }
  }

  /**
   * @param fixed columns that have one value, and stand first in the index
   * @param back from the last to the first
   */
  String by(List<String> fixed, boolean back) {
    return Stream.concat(fixed.stream(), columns.stream().map(Column::name))
        .map(column -> down == back ? column : column + " desc")
        .collect(Collectors.joining(", ", " order by ", ""));
  }

  /** The key of a row. */
  List<Object> values(T row) {
    return columns.stream().<Object>map(column -> column.value().apply(row)).toList();
  }

  /** Of keys, as the list is sorted. */
  Comparator<List<Object>> comparator() {
    Comparator<List<Object>> up =
        (one, other) -> {
          int compared = 0;
          for (int i = 0; i < one.size() && compared == 0; i++) {
            compared = compare(one.get(i), other.get(i));
          }
          return compared;
        };
    return down ? up.reversed() : up;
  }

  Comparator<List<Object>> reversed() {
    return comparator().reversed();
  }

  @SuppressWarnings("unchecked") // the values of one column are of one type
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  /** As a URL has it. */
  String key(T row) {
    return key(columns.stream().map(column -> column.value().apply(row)));
  }

  String key(List<Object> values) {
    return key(values.stream());
  }

  private static String key(Stream<?> values) {
    return values
        .map(value -> value.toString().replace("%", "%25").replace("~", "%7E"))
        .collect(Collectors.joining("~"));
  }

  /** How far that key is, as a reader understands it; null where its number says nothing to him. */
  Object shown(List<Object> key) {
    return key.stream().filter(value -> !(value instanceof Number)).findFirst().orElse(null);
  }

  /** Null for none, and for one that no page of ours has made. */
  List<Object> read(String typed) {
    String[] parts = typed == null ? new String[0] : typed.split("~", -1);
    if (parts.length != columns.size() || !ListUrl.isText(typed)) {
      return null;
    }
    var key = new ArrayList<Object>();
    try {
      for (int i = 0; i < parts.length; i++) {
        key.add(read(parts[i], columns.get(i).first()));
      }
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
    return key;
  }

  private static Object read(String part, Object like) {
    if (like instanceof Long) {
      return Long.valueOf(part);
    }
    if (like instanceof Integer) {
      return Integer.valueOf(part);
    }
    return like instanceof Instant
        ? moment(Instant.parse(part))
        : part.replace("%7E", "~").replace("%25", "%");
  }

  private static Instant moment(Instant at) {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
      throw new DateTimeException("no database has " + at);
    }
    return at;
  }
}
