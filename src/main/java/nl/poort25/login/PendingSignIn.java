package nl.poort25.login;

import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in whose password was right and whose second factor is still to come, valid for ten
 * minutes. The session mechanism does not accept it.
 *
 * @param sessionId its row
 * @param stamp of the account at the password: a change since then ends this too
 * @param next where the sign-in leads to, or null
 */
public record PendingSignIn(long sessionId, long accountId, int stamp, String next, Instant since) {
  /** The name under which its session keeps where it leads to. */
  static final String NEXT = "next";

  private static final Duration VALID = Duration.ofMinutes(10);

  /** Nor one of the future: the clock was set back, and it would be good for longer than that. */
  public boolean isGood(Instant now) {
    return Duration.between(since, now).abs().compareTo(VALID) < 0;
  }
}
