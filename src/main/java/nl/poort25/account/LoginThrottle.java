package nl.poort25.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How failed logins slow down the next one. It locks nobody out: the pause is short, and what comes
 * too early is neither checked nor counted, so that it makes no pause longer.
 */
enum LoginThrottle {
  /** One account, or one known browser on it: somebody mistypes three times. */
  ACCOUNT(3, Duration.ofSeconds(60)),
  /** One address: an office of many people may be behind it. */
  ADDRESS(20, Duration.ofSeconds(30));

  /** A quiet time of this length halves what is held against the account or address. */
  static final Duration HALVES_AFTER = Duration.ofMinutes(15);

  /** 2^6 seconds is beyond either longest pause; more failures would only delay forgetting. */
  private static final int STEPS = 7;

  private final int free;
  private final Duration longest;

  LoginThrottle(int free, Duration longest) {
    this.free = free;
    this.longest = longest;
  }

  /**
   * What is left at {@code now} of the pause after the last failure: none for the first {@link
   * #free} failures, then one second, doubling up to {@link #longest}.
   */
  Duration pause(FailedLogins failed, Instant now) {
    int counted = failed.at(now) - free;
    if (counted <= 0) {
      return Duration.ZERO;
    }
    var pause = Duration.ofSeconds(1L << (Math.min(counted, STEPS) - 1));
    if (pause.compareTo(longest) > 0) {
      pause = longest;
    }
    var left = Duration.between(now, failed.last().plus(pause));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(pause) > 0 ? pause : left; // clocks of two nodes may differ
  }

  /** Called before the password is checked, so that attempts side by side all count. */
  FailedLogins count(FailedLogins failed, Instant now) {
    return new FailedLogins(Math.min(failed.at(now) + 1, free + STEPS), now);
  }

  /** Whole seconds for the Retry-After header: never too few. */
  static long retryAfter(Duration pause) {
    return pause.plusNanos(999_999_999).toSeconds();
  }
}
