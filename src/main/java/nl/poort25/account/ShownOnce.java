package nl.poort25.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Recovery codes between the POST that made them and the one page that shows them.
 *
 * @param next where that page leads on to
 */
public record ShownOnce(List<String> codes, String next) implements Serializable {
  private static final String KEY = "recovery-codes";

  /** Keeps them in the session there is; without one there is nobody to show them to. */
  void keep(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.setAttribute(KEY, this);
    }
  }

  static Optional<ShownOnce> take(HttpServletRequest request) {
    var session = request.getSession();
    var kept = session.getAttribute(KEY);
    session.removeAttribute(KEY);
    return kept instanceof ShownOnce shown ? Optional.of(shown) : Optional.empty();
  }
}
