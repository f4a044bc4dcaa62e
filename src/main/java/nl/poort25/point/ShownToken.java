package nl.poort25.point;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.poort25.login.RequestSession;

/** A new token between the POST that made it and the one page that shows it. */
public record ShownToken(long pointId, String value) {
  private static final String KEY = "point-token";

  void keep(HttpServletRequest request) {
    RequestSession.of(request).ifPresent(session -> session.keep(KEY, pointId + " " + value));
  }

  static Optional<ShownToken> take(HttpServletRequest request, long pointId) {
    String begin = pointId + " ";
    return RequestSession.of(request)
        .flatMap(session -> session.take(KEY))
        .filter(kept -> kept.startsWith(begin))
        .map(kept -> new ShownToken(pointId, kept.substring(begin.length())));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ShownToken[…]";
  }
}
