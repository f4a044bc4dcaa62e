package nl.poort25.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

/** The URL of a list: its filter and where it goes on. */
public final class ListUrl {
  private static final int LONGEST = 300;
  private final UriBuilder uri;

  public ListUrl(String path) {
    uri = UriBuilder.fromPath(path);
  }

  /** Adds a parameter, unless it has no value. */
  public ListUrl with(String name, Object value) {
    if (value != null) {
      uri.queryParam(name, "{value}").resolveTemplate("value", value);
    }
    return this;
  }

  @Override
  public String toString() {
    return uri.build().toString();
  }

  /** What the URL says of that parameter; null where that is nothing, too long or no text. */
  public static String text(MultivaluedMap<String, String> query, String name) {
    String value = query.getFirst(name);
    return value == null
            || value.isBlank()
            || value.length() > LONGEST
            || value.chars().anyMatch(c -> c < 32 || c == 127 || c == '\ufffd')
        ? null
        : value.strip();
  }

  /** A positive number of at most 18 digits; null for anything else. */
  public static Long number(MultivaluedMap<String, String> query, String name) {
    String value = query.getFirst(name);
    return value == null || !value.matches("[0-9]{1,18}") ? null : Long.valueOf(value);
  }
}
