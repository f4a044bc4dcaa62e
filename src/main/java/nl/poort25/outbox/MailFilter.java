package nl.poort25.outbox;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;

/**
 * Which mails the list shows, as its URL says it.
 *
 * @param recipient a whole address; null for everybody
 * @param before the key of the last line of the page before
 */
public record MailFilter(MailState state, String recipient, Long before) {
  static MailFilter of(MultivaluedMap<String, String> query) {
    String recipient = ListUrl.text(query, "recipient");
    return new MailFilter(
        Choices.find(MailState.class, query.getFirst("state")),
        recipient == null ? null : recipient.toLowerCase(Locale.ROOT),
        ListUrl.number(query, "before"));
  }

  public boolean isNarrowed() {
    return state != null || recipient != null;
  }

  /** The same list from its beginning; null where this is it. */
  public String first() {
    return before == null ? null : url(null);
  }

  String url(Long key) {
    return new ListUrl(MailResource.PATH)
        .with("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
        .with("recipient", recipient)
        .with("before", key)
        .toString();
  }
}
