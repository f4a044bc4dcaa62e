package nl.poort25.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.TreeMap;
import nl.poort25.web.ListUrl;

/**
 * Which rows of the security log are shown, as its URL says it; null is everything.
 *
 * @param who an account's e-mail address
 * @param before the key of the last row of the page before
 */
public record SecurityFilter(String kind, String address, String who, Long before) {
  static SecurityFilter of(MultivaluedMap<String, String> query) {
    return new SecurityFilter(
        ListUrl.text(query, "kind"),
        ListUrl.text(query, "address"),
        ListUrl.text(query, "who"),
        ListUrl.number(query, "before"));
  }

  public boolean isNarrowed() {
    return !fields().isEmpty();
  }

  /** By the names of the entity. */
  Map<String, String> fields() {
    var fields = new TreeMap<String, String>();
    put(fields, "kind", kind);
    put(fields, "address", address);
    put(fields, "who", who);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** The same list from its beginning; null where this is it. */
  String first() {
    return before == null ? null : url(null);
  }

  String url(Long key) {
    return new ListUrl(SecurityResource.PATH)
        .with("kind", kind)
        .with("address", address)
        .with("who", who)
        .with("before", key)
        .toString();
  }
}
