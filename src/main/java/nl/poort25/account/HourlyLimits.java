package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import nl.poort25.web.Retry;

/** Rate limit per clock hour, counted in the database for all nodes together. */
@ApplicationScoped
public class HourlyLimits {
  private static final Duration KEPT = Duration.ofHours(2);

  @Inject HourlyCounts counts;
  @Inject InstantSource clock;

  /**
   * Counts once more, in a transaction of its own: not to be called within another one, which would
   * hold two connections.
   *
   * @param about what is counted, at most 100 characters
   * @return false, and nothing is counted, where it is that often already
   */
  public boolean tryCount(String about, int most) {
    // the first of an hour, twice at once: one of them finds the row of the other
    return Retry.onCollision(() -> counts.tryCount(about, hour(), most));
  }

  /** Whether there is room for one more now. */
  public boolean hasRoom(String about, int most) {
    return counts.isBelow(about, hour(), most);
  }

  /** Until the next hour begins. */
  public Duration pause() {
    return Duration.between(clock.instant(), hour().plus(1, ChronoUnit.HOURS));
  }

  private Instant hour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  public void forget(Instant now) {
    counts.forget(now.minus(KEPT));
  }
}
