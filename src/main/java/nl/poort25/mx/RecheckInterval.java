package nl.poort25.mx;

import java.time.Duration;
import java.time.Instant;
import nl.poort25.mx.MxVerdict.Outcome;

/**
 * Computes when a name is checked again: soon while its records are wrong or unknown, else after
 * the usual interval.
 */
final class RecheckInterval {
  private static final Duration WRONG = Duration.ofHours(1);
  private static final Duration WRONG_AT_FIRST = Duration.ofDays(1);
  private static final Duration UNKNOWN = Duration.ofMinutes(5);

  /** So long after it was registered a name without proof is looked at eagerly. */
  static final Duration EAGER_FOR = Duration.ofHours(1);

  private static final Duration EAGER = Duration.ofMinutes(1);

  private RecheckInterval() {}

  /**
   * When the round for new names looks again, while a partner waits for his TXT record to be seen;
   * null for no longer.
   */
  static Instant nextEager(Instant registeredAt, boolean proven, Instant now) {
    return !proven && now.isBefore(registeredAt.plus(EAGER_FOR)) ? now.plus(EAGER) : null;
  }

  /**
   * Wrong ones every hour of the first day, while somebody is at work on them; unknown ones after
   * pauses that double; all others, and these in the end, once in that many hours.
   *
   * @param since when the outcome became what it is
   * @param proofEnds when the term of a lost proof is over (3.5), or null: that is kept to time
   */
  static Instant next(
      Outcome outcome, Instant since, Instant proofEnds, Duration usual, Instant now) {
    var so = Duration.between(since, now);
    Duration pause =
        switch (outcome) {
          case CORRECT -> usual;
          case WRONG -> so.compareTo(WRONG_AT_FIRST) < 0 ? shorter(WRONG, usual) : usual;
          case UNKNOWN -> shorter(so.compareTo(UNKNOWN) < 0 ? UNKNOWN : so, usual);
        };
    var next = now.plus(pause);
    return proofEnds != null && proofEnds.isAfter(now) && proofEnds.isBefore(next)
        ? proofEnds
        : next;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
