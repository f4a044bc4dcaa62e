package nl.poort25.web;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a transaction again when it collided with another one at the same row. */
public final class Retry {
  private static final int TRIES = 8;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  // a collision is over in a moment; each wait for a lock may take seconds
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Retry() {}

  /**
   * @param transaction a call that is one transaction of its own
   */
  public static <T> T onCollision(Supplier<T> transaction) {
    long begun = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (tries == TRIES
            || System.nanoTime() - begun > LONGEST.toNanos()
            || !FaultMapper.isCollision(e)) {
          throw e;
        }
        // the other has not committed yet, and its row is not to be seen before
        LockSupport.parkNanos(
            ThreadLocalRandom.current().nextLong(tries * LONGEST_PAUSE.toNanos()));
      }
    }
  }
}
