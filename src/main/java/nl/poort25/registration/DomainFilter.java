package nl.poort25.registration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Malformed;
import nl.poort25.web.ReadingOrder;

/**
 * Which domains a list shows, as its URL says it.
 *
 * @param partnerId null for those of all partners
 * @param text the beginning of a name, as it was typed; null for every name
 * @param standing null for all that are active
 * @param customer the whole name of a customer, or null
 * @param doubted only those whose proof counts from before and would be none today (3.5)
 * @param next only those of which that comes next, what waits longest first; null for all
 * @param newest newest first, instead of by name
 * @param after the key of the last line of the page before: a name or, for the newest, an id
 */
public record DomainFilter(
    Long partnerId,
    String text,
    Standing standing,
    String customer,
    boolean doubted,
    NextStep next,
    boolean newest,
    String after) {

  private static final int LONGEST_KEY = 1200;

  /** All names of one standing, by name. */
  public static DomainFilter of(Long partnerId, Standing standing) {
    return new DomainFilter(partnerId, null, standing, null, false, null, false, null);
  }

  /** What cannot be read in the URL is left out: a list is no form. */
  public static DomainFilter of(Long partnerId, MultivaluedMap<String, String> query) {
    return new DomainFilter(
        partnerId,
        typed(query.getFirst("q")),
        Choices.find(Standing.class, query.getFirst("standing")),
        short100(query.getFirst("customer")),
        false,
        null,
        "newest".equals(query.getFirst("sort")),
        key(query.getFirst("after")));
  }

  /** The same for staff, who can ask for those whose proof is doubted, and by what comes next. */
  public static DomainFilter ofStaff(Long partnerId, MultivaluedMap<String, String> query) {
    var filter = of(partnerId, query);
    return new DomainFilter(
        filter.partnerId,
        filter.text,
        filter.standing,
        filter.customer,
        "doubted".equals(query.getFirst("proof")),
        Choices.find(NextStep.class, query.getFirst("next")),
        filter.newest,
        filter.after);
  }

  /** What was typed of a name; null for nothing. */
  public static String typed(String text) {
    return short100(text);
  }

  /**
   * What a typed beginning of a name is in the database: as {@link ReadingOrder} folds it, or, of
   * one in A-labels that stand for no letters or are not whole, these. Null for none.
   */
  public static String beginning(String typed) {
    if (typed == null) {
      return null;
    }
    String read;
    try {
      read = DomainName.parse(typed).unicode();
    } catch (Malformed e) {
      read = typed;
    }
    String folded = ReadingOrder.fold(read);
    return folded.isEmpty() ? null : folded; // nothing but accents
  }

  /** Whether that beginning is looked for among the A-labels. */
  public static boolean isByLabels(String beginning) {
    return beginning != null && beginning.contains("xn--");
  }

  String beginning() {
    return beginning(text);
  }

  boolean isByLabels() {
    return isByLabels(beginning());
  }

  private static String key(String value) {
    return value == null || value.isBlank() || value.length() > LONGEST_KEY ? null : value;
  }

  private static String short100(String value) {
    return value == null || value.isBlank() || value.length() > 300 ? null : value.strip();
  }

  public boolean isNarrowed() {
    return text != null || standing != null || customer != null || doubted || next != null;
  }

  /** The same list from its beginning, under that path. */
  public String first(String path) {
    return after == null ? null : url(path, null);
  }

  /** The page that follows after the line of that key. */
  public String next(String path, String key) {
    return key == null ? null : url(path, key);
  }

  private String url(String path, String key) {
    return new ListUrl(path)
        // staff chooses the partner in the URL; a partner's own lists ignore it
        .with("partner", partnerId)
        .with("q", text)
        .with("standing", standing == null ? null : standing.word())
        .with("customer", customer)
        .with("proof", doubted ? "doubted" : null)
        .with("next", next == null ? null : next.name().toLowerCase(Locale.ROOT))
        .with("sort", newest ? "newest" : null)
        .with("after", key)
        .toString();
  }
}
