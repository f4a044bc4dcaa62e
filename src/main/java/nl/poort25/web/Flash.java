package nl.poort25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;

/** One sentence that the next page shows, after a POST has answered 303. */
public final class Flash {
  private static final String KEY = "flash";

  private Flash() {}

  /**
   * Kept in the session as key and arguments in words or numbers, so that it fits every language.
   */
  private record Kept(String key, ArrayList<Serializable> arguments) implements Serializable {}

  public static void say(HttpServletRequest request, String key, Object... arguments) {
    var words = new ArrayList<Serializable>();
    for (Object argument : arguments) {
      words.add(argument instanceof Number number ? number : String.valueOf(argument));
    }
    request.getSession().setAttribute(KEY, new Kept(key, words));
  }

  static Text take(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof Kept kept)) {
      return null;
    }
    session.removeAttribute(KEY);
    return Text.of(kept.key(), kept.arguments().toArray());
  }
}
