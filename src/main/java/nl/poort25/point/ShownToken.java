package nl.poort25.point;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/** A token between the POST that made it and the one page that shows it. */
public record ShownToken(long pointId, String value) implements Serializable {
  private static final String KEY = "point-token";

  void keep(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.setAttribute(KEY, this);
    }
  }

  static Optional<ShownToken> take(HttpServletRequest request, long pointId) {
    var session = request.getSession();
    var kept = session.getAttribute(KEY);
    session.removeAttribute(KEY);
    return kept instanceof ShownToken shown && shown.pointId() == pointId
        ? Optional.of(shown)
        : Optional.empty();
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ShownToken[…]";
  }
}
