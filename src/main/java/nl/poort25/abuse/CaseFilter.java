package nl.poort25.abuse;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.poort25.network.Cidr;
import nl.poort25.web.Choices;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Malformed;

/**
 * Which cases a list shows, as its URL says it.
 *
 * @param partnerId null for those of all partners
 * @param state null for all, the open ones first
 * @param task what staff has to do in it; null where nothing need be
 * @param text an address, a prefix or a whole number; null for every case
 * @param after the key of the last line of the page before: state and id
 */
public record CaseFilter(Long partnerId, CaseState state, Task task, String text, String after) {
  /** What staff has to do in an open case. */
  public enum Task {
    /** nobody has confirmed that the block is in force */
    TO_CONFIRM,
    /** the partner has answered an item */
    TO_JUDGE,
    /** every item is accepted */
    TO_CLOSE
  }

  private static final Pattern KEY = Pattern.compile("(OPEN|CLOSED):(\\d{1,18})");

  /** What cannot be read in the URL is left out: a list is no form. */
  static CaseFilter of(Long partnerId, MultivaluedMap<String, String> query) {
    String after = query.getFirst("after");
    return new CaseFilter(
        partnerId,
        Choices.find(CaseState.class, query.getFirst("state")),
        Choices.find(Task.class, query.getFirst("task")),
        ListUrl.text(query, "q"),
        after == null || !KEY.matcher(after).matches() ? null : after);
  }

  static String key(AbuseCase last) {
    return last.getState() + ":" + last.getId();
  }

  String afterState() {
    return after.substring(0, after.indexOf(':'));
  }

  long afterId() {
    return Long.parseLong(after.substring(after.indexOf(':') + 1));
  }

  /** The address or prefix that is looked for; null where it is something else. */
  Cidr cidr() {
    try {
      return text == null ? null : Cidr.parse(text);
    } catch (Malformed e) {
      return null;
    }
  }

  public boolean isNarrowed() {
    return state != null || task != null || text != null;
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
        .with("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
        .with("task", task == null ? null : task.name().toLowerCase(Locale.ROOT))
        .with("q", text)
        .with("after", key)
        .toString();
  }
}
