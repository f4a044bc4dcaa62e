package nl.poort25.list;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is asked of a list, by the URL of its page or by code. Whoever makes the list reads each
 * parameter here: so what was read, and nothing else, stands in the links to its other pages. What
 * cannot be read is left out, since a list is no form.
 */
public final class ListRequest {
  private static final String AFTER = "after";
  private static final String BEFORE = "before";
  private static final String SORT = "sort";
  private static final int LONGEST_KEY = 1200;

  private final String path;
  private final MultivaluedMap<String, String> query;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, Object> asked = new HashMap<>();
  private boolean narrowed;

  public ListRequest(String path, MultivaluedMap<String, String> query) {
    this.path = path;
    this.query = query;
  }

  /** From code: the list as it is when nobody asks for anything. */
  public static ListRequest of(String path) {
    return new ListRequest(path, new MultivaluedHashMap<>());
  }

  /** The same, as if that stood in the URL; a null does not. */
  public ListRequest with(String name, Object value) {
    var more = new MultivaluedHashMap<>(query);
    if (value != null) {
      more.putSingle(name, write(value));
    }
    return new ListRequest(path, more);
  }

  /** Null where that is nothing, too long or no text. */
  public String text(String name) {
    return keep(name, ListUrl.text(query, name));
  }

  /** The same in that form, in which the page and its links show it too. */
  public String text(String name, UnaryOperator<String> form) {
    String text = text(name);
    return text == null ? null : keep(name, form.apply(text));
  }

  /** A positive number of at most 18 digits, or null. */
  public Long number(String name) {
    return keep(name, ListUrl.number(query, name));
  }

  /** The constant of that name, in either case, or null. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return choice(name, Arrays.asList(type.getEnumConstants()), null);
  }

  /**
   * One of those constants.
   *
   * @param otherwise what the list is of where the URL names none: to ask for it narrows nothing
   */
  public <E extends Enum<E>> E choice(String name, Collection<E> among, E otherwise) {
    String typed = query.getFirst(name);
    var found =
        among.stream()
            .filter(each -> each.name().equalsIgnoreCase(typed))
            .findFirst()
            .orElse(otherwise);
    boolean before = narrowed;
    keep(name, found);
    narrowed = found == otherwise ? before : narrowed;
    return found;
  }

  /** Whether the URL gives that parameter this value, by which name it is among what was asked. */
  public boolean flag(String name, String value) {
    boolean set = value.equals(query.getFirst(name));
    if (set) {
      link(name, value);
      asked.put(value, true);
    }
    return set;
  }

  /** Whether the list is asked for in that order instead of its usual one. */
  public boolean isSortedBy(String order) {
    return flag(SORT, order);
  }

  /**
   * What the reader makes of what was typed.
   *
   * @param reader gives null for what it cannot read
   */
  public <V> V read(String name, Function<String, V> reader) {
    String typed = query.getFirst(name);
    return keep(name, typed == null || typed.isBlank() ? null : reader.apply(typed));
  }

  private <V> V keep(String name, V value) {
    if (value != null) {
      link(name, value);
      asked.put(name, value);
    }
    return value;
  }

  private void link(String name, Object value) {
    written.put(name, write(value));
    narrowed |= !name.equals(SORT);
  }

  private static String write(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  public String path() {
    return path;
  }

  /** What was read, by its parameter: for the form that asks for more. */
  public Map<String, Object> asked() {
    return Collections.unmodifiableMap(asked);
  }

  /** The same, as the links write it. */
  public Map<String, String> words() {
    return Collections.unmodifiableMap(written);
  }

  /** Whether what was read leaves rows out. Neither an order nor the list's own default does. */
  public boolean isNarrowed() {
    return narrowed;
  }

  /** The key of the last row of the page before, as it stands in the URL; null for none. */
  String after() {
    return key(AFTER);
  }

  /** The key of the first row of the page behind, likewise. */
  String before() {
    return key(BEFORE);
  }

  private String key(String name) {
    String key = query.getFirst(name);
    return key == null || key.length() > LONGEST_KEY ? null : key;
  }

  /** URL of the first page. */
  public String first() {
    return next(null);
  }

  /** URL of the page that goes on after the row of that key. */
  public String next(String key) {
    return url(AFTER, key);
  }

  /** URL of the page that ends before the row of that key. */
  String previous(String key) {
    return url(BEFORE, key);
  }

  private String url(String name, String key) {
    var url = new ListUrl(path);
    written.forEach(url::with);
    return url.with(name, key).toString();
  }
}
