package nl.poort25.point;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * For how long points could be heard without a break. While this portal or its database was away
 * nobody could reach it: that says nothing of a point.
 */
final class ListeningSpan {
  /** Between two looks is a second; with more than this nobody was listened to. */
  private static final Duration BREAK = Duration.ofSeconds(15);

  private final LongSupplier clock;
  private volatile long since;
  private volatile long last;

  /**
   * @param clock as {@link System#nanoTime()}, which nobody sets
   */
  ListeningSpan(LongSupplier clock) {
    this.clock = clock;
    since = clock.getAsLong();
    last = since;
  }

  /** What the points have told is known now. */
  void extend() {
    long now = clock.getAsLong();
    if (isBroken(now)) {
      since = now;
    }
    last = now;
  }

  private boolean isBroken(long now) {
    return now - last > BREAK.toNanos();
  }

  boolean isLongerThan(Duration time) {
    long now = clock.getAsLong();
    return !isBroken(now) && now - since > time.toNanos();
  }
}
