package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the portal does by itself within a few seconds. */
public final class Eventually {
  private static final long SECONDS = 40;

  /** So that the asking does not keep from working what is waited for. */
  private static final long PAUSE = 25_000_000;

  private Eventually() {}

  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
