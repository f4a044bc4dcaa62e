package nl.poort25.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The schedule of retries for a mail that was not accepted. */
final class RetrySchedule {
  // a minute passes most greylisting, three days most outages (RFC 5321 4.5.4.1)
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  /**
   * How long a try may take before another node may think that this one has died. Above what the
   * timeouts of one SMTP conversation add up to.
   */
  static final Duration CLAIM = Duration.ofMinutes(10);

  private RetrySchedule() {}

  /** Empty after the tenth try. */
  static Optional<Instant> next(int tries, Instant now) {
    return tries > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(tries - 1)));
  }
}
