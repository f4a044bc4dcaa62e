package nl.poort25.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * Which part of a list somebody wants to see, as it stands in the URL; rubbish is as if it were not
 * there.
 *
 * @param path of the list
 * @param q a part of the name, or null
 * @param sort NAME, or NEWEST first
 * @param state one of those the list knows, or null for all
 * @param after id of the last row of the page before, or null
 */
public record Listing(String path, String q, Sort sort, String state, Long after) {
  enum Sort {
    NAME,
    NEWEST
  }

  static Listing of(String path, String q, String sort, String state, String after) {
    String word = q == null || q.isBlank() ? null : q.strip();
    return new Listing(
        path,
        word == null || word.length() <= 100 ? word : word.substring(0, 100),
        "newest".equals(sort) ? Sort.NEWEST : Sort.NAME,
        state == null || !state.matches("[a-z]{1,20}") ? null : state,
        after != null && after.matches("[0-9]{1,18}") ? Long.valueOf(after) : null);
  }

  /** The word for {@code like … escape '!'}, in lower case. */
  String like() {
    return "%" + q.toLowerCase(java.util.Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  boolean filtered() {
    return q != null || state != null;
  }

  String first() {
    return url(sort, null);
  }

  String next(long last) {
    return url(sort, last);
  }

  public String byName() {
    return url(Sort.NAME, null);
  }

  public String byNewest() {
    return url(Sort.NEWEST, null);
  }

  public boolean newest() {
    return sort == Sort.NEWEST;
  }

  private String url(Sort order, Long from) {
    var query = new StringBuilder();
    add(query, "q", q);
    add(query, "state", state);
    add(query, "sort", order == Sort.NEWEST ? "newest" : null);
    add(query, "after", from);
    return path + query;
  }

  private static void add(StringBuilder query, String name, Object value) {
    if (value != null) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), UTF_8));
    }
  }
}
