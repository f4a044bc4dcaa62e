package nl.poort25.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;

/** The URL of a list: its filter and where it goes on. */
public final class ListUrl {
  private static final int LONGEST = 300;
  private final StringBuilder url;
  private char separator = '?';

  public ListUrl(String path) {
    url = new StringBuilder(path);
  }

  /** Adds a parameter, unless it has no value. */
  public ListUrl with(String name, Object value) {
    if (value != null) {
      url.append(separator).append(name).append('=').append(URLEncoder.encode(value + "", UTF_8));
      separator = '&';
    }
    return this;
  }

  @Override
  public String toString() {
    return url.toString();
  }

  /** What the URL says of that parameter; null where that is nothing, too long or no text. */
  public static String text(MultivaluedMap<String, String> query, String name) {
    String value = query.getFirst(name);
    return value == null || value.isBlank() || value.length() > LONGEST || !isText(value)
        ? null
        : value.strip();
  }

  /** Whether it has nothing that no keyboard types, and no database takes. */
  static boolean isText(String value) {
    return value.chars().noneMatch(c -> c < 32 || c == 127 || c == '\ufffd');
  }

  /** A positive number of at most 18 digits; null for anything else. */
  public static Long number(MultivaluedMap<String, String> query, String name) {
    String value = query.getFirst(name);
    return value == null || !value.matches("[0-9]{1,18}") ? null : Long.valueOf(value);
  }
}
