package nl.poort25.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has given the right password and not yet the second factor. It is no sign-in: the session
 * mechanism does not look at it.
 *
 * @param stamp of the account at the password: a change since then ends this too
 * @param next where the sign-in leads to
 */
record HalfSignedIn(long accountId, int stamp, String next, Instant since) implements Serializable {
  private static final String KEY = "half-signed-in";
  private static final Duration VALID = Duration.ofMinutes(10);

  /** Begins a session that holds nothing else, under an id that nobody knew before. */
  static void begin(HttpServletRequest request, Account account, String next, Instant now) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request
        .getSession()
        .setAttribute(KEY, new HalfSignedIn(account.getId(), account.getStamp(), next, now));
  }

  /** Nor one of the future: the clock was set back, and it would be good for longer than that. */
  boolean isGood(Instant now) {
    return Duration.between(since, now).abs().compareTo(VALID) < 0;
  }

  static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
    var session = request.getSession(false);
    return session != null
            && session.getAttribute(KEY) instanceof HalfSignedIn half
            && half.isGood(now)
        ? Optional.of(half)
        : Optional.empty();
  }
}
