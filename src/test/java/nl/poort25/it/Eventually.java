package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the portal does by itself within a few seconds. */
public final class Eventually {
  private static final Duration A_WHILE = Duration.ofSeconds(40);

  /**
   * So that the asking does not keep from working what is waited for: each is a page, or several.
   */
  private static final long SHORTEST_PAUSE = 25_000_000;

  private static final long LONGEST_PAUSE = 250_000_000;

  private Eventually() {}

  public static void holds(String what, BooleanSupplier condition) {
    holds(what, A_WHILE, condition);
  }

  /**
   * @param most for what the portal keeps longer before it looks again
   */
  public static void holds(String what, Duration most, BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long waited = System.nanoTime() - begun;
      assertTrue(waited < most.toNanos(), what);
      LockSupport.parkNanos(Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, waited / 10)));
    }
  }
}
