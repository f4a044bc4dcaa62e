package nl.poort25.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.poort25.web.SafeRedirect;

/**
 * New recovery codes, kept in the session from the POST that made them until the one page that
 * shows them.
 *
 * @param next where that page leads on to; null for the start
 */
public record RecoveryCodesToShow(List<String> codes, String next) {
  private static final String KEY = "recovery-codes";
  private static final String NEXT = "recovery-codes-next";

  /** Leads nowhere else than to a page of the portal. */
  public RecoveryCodesToShow {
    next = next == null ? null : SafeRedirect.uri(next).toString();
  }

  /** Keeps them in the session there is; without one there is nobody to show them to. */
  void keep(HttpServletRequest request) {
    RequestSession.of(request)
        .ifPresent(
            session -> {
              session.keep(KEY, String.join(" ", codes));
              session.keep(NEXT, next);
            });
  }

  static Optional<RecoveryCodesToShow> take(HttpServletRequest request) {
    return RequestSession.of(request)
        .flatMap(
            session ->
                session
                    .take(KEY)
                    .map(
                        codes ->
                            new RecoveryCodesToShow(
                                Arrays.asList(codes.split(" ")), session.take(NEXT).orElse(null))));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ShownOnce[…]";
  }
}
