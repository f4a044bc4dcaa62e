package nl.poort25.login;

import java.time.Duration;
import java.time.Instant;

/**
 * Limits and pauses per kind of subject: after some free failures each one doubles the pause up to
 * a maximum. Nobody is locked out, and an attempt during the pause is neither checked nor counted.
 */
enum LoginThrottle {
  /** One account, or one known browser on it: somebody mistypes three times. */
  ACCOUNT(3, Duration.ofSeconds(1), Duration.ofSeconds(60)),
  /** One address: an office of many people may be behind it. */
  ADDRESS(20, Duration.ofSeconds(1), Duration.ofSeconds(30)),
  /** Of the codes of an account three in a million are right, so that a minute would be short. */
  SECOND_FACTOR(3, Duration.ofSeconds(1), Duration.ofMinutes(5)),
  /** Mails that anybody can have sent to one account. */
  RESET_ACCOUNT(3, Duration.ofMinutes(1), Duration.ofHours(1)),
  /** Mails that one address can have sent to whomever. */
  RESET_ADDRESS(20, Duration.ofMinutes(1), Duration.ofMinutes(15));

  /** A quiet time of this length halves what is held against the account or address. */
  static final Duration HALVES_AFTER = Duration.ofMinutes(15);

  private final int free;
  private final Duration shortest;
  private final Duration longest;

  /** Doublings until the longest pause: more failures would only delay forgetting. */
  private final int steps;

  LoginThrottle(int free, Duration shortest, Duration longest) {
    this.free = free;
    this.shortest = shortest;
    this.longest = longest;
    int doublings = 1;
    while (shortest.multipliedBy(1L << (doublings - 1)).compareTo(longest) < 0) {
      doublings++;
    }
    steps = doublings;
  }

  /**
   * What is left at {@code now} of the pause after the last failure: none for the first {@link
   * #free} failures, then the shortest, doubling up to {@link #longest}.
   */
  Duration pause(LoginFailureCount failed, Instant now) {
    int counted = failed.at(now) - free;
    if (counted <= 0) {
      return Duration.ZERO;
    }
    var pause = shortest.multipliedBy(1L << (Math.min(counted, steps) - 1));
    if (pause.compareTo(longest) > 0) {
      pause = longest;
    }
    var left = Duration.between(now, failed.last().plus(pause));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(pause) > 0 ? pause : left; // clocks of two nodes may differ
  }

  /** Called before anything is checked, so that attempts side by side all count. */
  LoginFailureCount count(LoginFailureCount failed, Instant now) {
    return new LoginFailureCount(Math.min(failed.at(now) + 1, free + steps), now);
  }
}
