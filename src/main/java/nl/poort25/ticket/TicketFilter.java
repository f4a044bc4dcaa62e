package nl.poort25.ticket;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.ticket.Ticket.Matter;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;

/**
 * Which tickets a list shows, as its URL says it.
 *
 * @param path of the list
 * @param view null for a partner's, newest first
 * @param stage of a partner's list; null for all
 * @param partnerId null for those of all partners
 * @param matter null for all
 * @param after the key of the last line of the page before: microseconds and an id
 */
public record TicketFilter(
    String path, View view, Stage stage, Long partnerId, Matter matter, String after) {
  static final String STAFF = "/backoffice/tickets";
  static final String PARTNER = "/tickets";

  /** What staff's queue can be narrowed to. */
  public enum View {
    /** all that is staff's turn, by deadline */
    ALL,
    MINE,
    UNASSIGNED,
    LATE,
    /** due today, and not late yet */
    TODAY,
    /** a partner's message that nobody has answered, also on a closed ticket */
    UNANSWERED,
    /** for the partner */
    WAITING,
    CLOSED;

    /** As URLs and pages name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Stage stage() {
      return switch (this) {
        case WAITING -> Stage.WAITING;
        case CLOSED -> Stage.CLOSED;
        default -> Stage.OPEN;
      };
    }
  }

  /** What cannot be read in the URL is left out: a list is no form. */
  static TicketFilter ofStaff(MultivaluedMap<String, String> query) {
    var view = Choices.find(View.class, query.getFirst("view"));
    return new TicketFilter(
        STAFF,
        view == null ? View.ALL : view,
        null,
        ListUrl.number(query, "partner"),
        Choices.find(Matter.class, query.getFirst("matter")),
        ListUrl.text(query, "after"));
  }

  static TicketFilter ofPartner(long partnerId, MultivaluedMap<String, String> query) {
    return new TicketFilter(
        PARTNER,
        null,
        Choices.find(Stage.class, query.getFirst("state")),
        partnerId,
        null,
        ListUrl.text(query, "after"));
  }

  public boolean isNarrowed() {
    return stage != null
        || matter != null
        || (view != null && (view != View.ALL || partnerId != null));
  }

  /** The same list from its beginning; null where this is it. */
  String first() {
    return after == null ? null : url(null);
  }

  /** The page that follows after the line of that key. */
  String next(String key) {
    return key == null ? null : url(key);
  }

  private String url(String key) {
    return new ListUrl(path)
        .with("view", view == null ? null : word(view))
        .with("state", stage == null ? null : word(stage))
        // a partner's own list ignores it
        .with("partner", view == null ? null : partnerId)
        .with("matter", matter == null ? null : word(matter))
        .with("after", key)
        .toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
