package nl.poort25.login;

import java.time.Duration;
import java.time.Instant;

/**
 * The idle and the absolute timeout of sessions.
 *
 * @param idle after its last use
 * @param longest after its beginning, however much it is used
 */
record SessionTimeouts(Duration idle, Duration longest) {
  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final int SHARE = 20;

  /**
   * What must have been used later than this is good at {@code now}. Where the clock was set back,
   * what was used ahead of it stays good, up to {@link #idleEnd}: nobody is to be signed out for
   * that.
   */
  Instant idleSince(Instant now) {
    return now.minus(idle);
  }

  Instant idleEnd(Instant now) {
    return now.plus(longest);
  }

  Instant oldest(Instant now) {
    return now.minus(longest);
  }

  /** When a session ends that is used now and no more. */
  Instant end(Instant began, Instant now) {
    var unused = now.plus(idle);
    var over = began.plus(longest);
    return over.isBefore(unused) ? over : unused;
  }

  /** How long a use goes unwritten: so that no page waits for a write, and no session for long. */
  Duration unwritten() {
    var share = idle.dividedBy(SHARE);
    return share.compareTo(SELDOM) < 0 ? share : SELDOM;
  }
}
