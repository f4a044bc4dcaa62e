package nl.poort25.exemption;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.network.Cidr;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Malformed;

/**
 * Which exemptions a list shows, as its URL says it.
 *
 * @param partnerId null for those of all partners
 * @param drafts whether those that their partner has not sent are among them: for himself alone
 * @param state null for every state
 * @param partly those alone of which less was granted than was asked
 * @param kind null for every kind
 * @param task null where nothing need be to do
 * @param text an address, a prefix or a number; null for every one
 * @param before id of the last line of the page before; null for the first page
 */
public record ExemptionFilter(
    Long partnerId,
    boolean drafts,
    ExemptionState state,
    boolean partly,
    ExemptionKind kind,
    Task task,
    String text,
    Long before) {
  /** What a URL has in place of a state for those of which less was granted. */
  public static final String PARTLY = "partly";

  /** What staff has to do. */
  public enum Task {
    /** approved, and port 25 not open yet */
    TO_OPEN,
    /** blocked or ended, and port 25 not closed yet */
    TO_CLOSE,
    /** not confirmed in time by its partner */
    UNCONFIRMED,
    /** taken over, and violates a rule */
    TO_ACCEPT
  }

  /** Of one partner, for himself. What cannot be read in the URL is left out: a list is no form. */
  static ExemptionFilter of(long partnerId, MultivaluedMap<String, String> query) {
    return of(partnerId, true, query);
  }

  /** For staff, to whom a draft does not exist. */
  static ExemptionFilter ofStaff(MultivaluedMap<String, String> query) {
    return of(ListUrl.number(query, "partner"), false, query);
  }

  private static ExemptionFilter of(
      Long partnerId, boolean drafts, MultivaluedMap<String, String> query) {
    var state = Choices.find(ExemptionState.class, query.getFirst("state"));
    return new ExemptionFilter(
        partnerId,
        drafts,
        state == ExemptionState.DRAFT && !drafts ? null : state,
        PARTLY.equals(query.getFirst("state")),
        Choices.find(ExemptionKind.class, query.getFirst("kind")),
        Choices.find(Task.class, query.getFirst("task")),
        ListUrl.text(query, "q"),
        ListUrl.number(query, "after"));
  }

  /** The address or prefix that is looked for; null where the text is none. */
  Cidr cidr() {
    try {
      return text == null ? null : Cidr.parse(text);
    } catch (Malformed e) {
      return null;
    }
  }

  public boolean isNarrowed() {
    return state != null || partly || kind != null || task != null || text != null;
  }

  String first(String path) {
    return before == null ? null : url(path, null);
  }

  String next(String path, Long last) {
    return last == null ? null : url(path, last);
  }

  private String url(String path, Long last) {
    return new ListUrl(path)
        .with("partner", partnerId)
        .with("state", partly ? PARTLY : state == null ? null : state.getWord())
        .with("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT))
        .with("task", task == null ? null : task.name().toLowerCase(Locale.ROOT))
        .with("q", text)
        .with("after", last)
        .toString();
  }
}
