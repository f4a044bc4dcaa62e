package nl.poort25.account;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.web.ListUrl;

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

  static Listing of(String path, MultivaluedMap<String, String> query) {
    return of(
        path,
        query.getFirst("q"),
        query.getFirst("sort"),
        query.getFirst("state"),
        query.getFirst("after"));
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
    return "%" + q.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
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

  public boolean newest() {
    return sort == Sort.NEWEST;
  }

  private String url(Sort order, Long from) {
    return new ListUrl(path)
        .with("q", q)
        .with("state", state)
        .with("sort", order == Sort.NEWEST ? "newest" : null)
        .with("after", from)
        .toString();
  }
}
