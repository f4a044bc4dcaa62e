package nl.poort25.mailservice;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.registration.DomainFilter;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;

/**
 * Which mail services a list shows, as its URL says it.
 *
 * @param partnerId null for those of all partners
 * @param text the beginning of the domain's name; null for every name
 * @param kind null for every service
 * @param after the key of the last line of the page before
 */
public record MailServiceFilter(
    Long partnerId, Stage stage, String text, MailServiceKind kind, Sort sort, String after) {

  /** What a list can be narrowed to. */
  public enum Stage {
    /** an order or a change that staff has to deal with */
    WAITING,
    /** one that waits for the partner's proof of control first (3.5) */
    PROOF,
    /** ordered or active */
    OPEN,
    ORDERED,
    ACTIVE,
    REFUSED,
    CANCELLED
  }

  public enum Sort {
    /** by domain */
    NAME,
    NEWEST,
    /** what waits for staff: the longest first */
    QUEUE
  }

  /** What cannot be read in the URL is left out: a list is no form. */
  static MailServiceFilter of(
      Long partnerId, Stage byDefault, MultivaluedMap<String, String> query) {
    var stage = Choices.find(Stage.class, query.getFirst("state"));
    if (stage == null) {
      stage = byDefault;
    }
    return new MailServiceFilter(
        partnerId,
        stage,
        DomainFilter.typed(query.getFirst("q")),
        Choices.find(MailServiceKind.class, query.getFirst("kind")),
        sort(stage, byDefault, query.getFirst("sort")),
        query.getFirst("after"));
  }

  private static Sort sort(Stage stage, Stage byDefault, String asked) {
    if (byDefault == Stage.WAITING && stage == Stage.WAITING) {
      return Sort.QUEUE;
    }
    return Choices.find(Sort.class, asked) == Sort.NEWEST ? Sort.NEWEST : Sort.NAME;
  }

  /** What the text is in the database; null for none. */
  String beginning() {
    return DomainFilter.beginning(text);
  }

  /** Whether the beginning is one of the A-label form, which is sorted by itself. */
  boolean isByLabels() {
    return DomainFilter.isByLabels(beginning());
  }

  public boolean isNarrowed() {
    return text != null || kind != null || (stage != Stage.OPEN && stage != Stage.WAITING);
  }

  /** The same list from its beginning, under that path; null where this is it. */
  String first(String path) {
    return after == null ? null : url(path, null);
  }

  /** The page that follows after the line of that key. */
  String next(String path, String key) {
    return key == null ? null : url(path, key);
  }

  private String url(String path, String key) {
    return new ListUrl(path)
        // staff chooses the partner in the URL; a partner's own lists ignore it
        .with("partner", partnerId)
        .with("state", stage.name().toLowerCase(Locale.ROOT))
        .with("q", text)
        .with("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT))
        .with("sort", sort == Sort.NEWEST ? "newest" : null)
        .with("after", key)
        .toString();
  }
}
