package nl.poort25.abuse;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.network.Cidr;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Malformed;

/**
 * Which reports a list shows, as its URL says it.
 *
 * @param state null for all
 * @param text as it was typed: an address; null for all
 * @param after id of the last line of the page before, or null
 */
public record ReportFilter(ReportState state, String text, Long after) {
  /** What cannot be read in the URL is left out: a list is no form. */
  static ReportFilter of(MultivaluedMap<String, String> query) {
    return new ReportFilter(
        Choices.find(ReportState.class, query.getFirst("state")),
        ListUrl.text(query, "q"),
        ListUrl.number(query, "after"));
  }

  /** In its canonical form; null for all. What is no address is held by no report. */
  String address() {
    try {
      return text == null ? null : Cidr.parse(text).toString();
    } catch (Malformed e) {
      return "-";
    }
  }

  public boolean isNarrowed() {
    return state != null || text != null;
  }

  String first(String path) {
    return after == null ? null : url(path, null);
  }

  String next(String path, Long key) {
    return key == null ? null : url(path, key);
  }

  private String url(String path, Long key) {
    return new ListUrl(path)
        .with("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
        .with("q", text)
        .with("after", key)
        .toString();
  }
}
