package nl.poort25.network;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Malformed;
import nl.poort25.web.Text;

/**
 * Which connections a list shows, as its URL says it.
 *
 * @param partnerId null for those of all partners
 * @param text the beginning of the reference, in capitals; null for every one
 * @param kind null for every kind
 * @param typedAddress as it stands in the URL, or null
 * @param address what has, or contains, or lies within these addresses; null for all
 * @param fault what is wrong with the typed address, or null
 * @param ended those that have ended, instead of those that have not
 * @param after the key of the last line of the page before
 */
public record ConnectionFilter(
    Long partnerId,
    String text,
    ConnectionKind kind,
    String typedAddress,
    Cidr address,
    Text fault,
    boolean ended,
    String after) {

  /** What cannot be read in the URL is left out: a list is no form; an address is told apart. */
  static ConnectionFilter of(Long partnerId, MultivaluedMap<String, String> query) {
    String text = ListUrl.text(query, "q");
    String typed = ListUrl.text(query, "address");
    Cidr address = null;
    Text fault = null;
    try {
      address = typed == null ? null : Cidr.parse(typed);
    } catch (Malformed e) {
      fault = Cidr.refusal(e);
    }
    return new ConnectionFilter(
        partnerId,
        text == null ? null : text.toUpperCase(Locale.ROOT),
        Choices.find(ConnectionKind.class, query.getFirst("kind")),
        typed,
        address,
        fault,
        "ended".equals(query.getFirst("state")),
        ListUrl.text(query, "after"));
  }

  public boolean isNarrowed() {
    return text != null || kind != null || typedAddress != null || ended;
  }

  String first(String path) {
    return after == null ? null : url(path, null);
  }

  String next(String path, String key) {
    return key == null ? null : url(path, key);
  }

  private String url(String path, String key) {
    return new ListUrl(path)
        .with("partner", partnerId)
        .with("q", text)
        .with("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT))
        .with("address", typedAddress)
        .with("state", ended ? "ended" : null)
        .with("after", key)
        .toString();
  }
}
