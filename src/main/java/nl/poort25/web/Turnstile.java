package nl.poort25.web;

import java.util.concurrent.Semaphore;

/**
 * Lets no more pages be made at the same moment than the processors can work on. Under load the
 * others wait asleep: when they all run, they take each other's turns, the locks of the container
 * and the processors from the compiler, so that a portal that has just started stays slow for
 * minutes. Only for what is made at once: a request that waits for its body, or for a change, never
 * holds a place.
 */
class Turnstile {
  /** A page waits for its database now and then; somebody else goes on meanwhile. */
  private static final int PER_PROCESSOR = 3;

  private final Semaphore places =
      new Semaphore(PER_PROCESSOR * Runtime.getRuntime().availableProcessors());

  /** Waits for a place, which must be given back. */
  void enter() {
    places.acquireUninterruptibly();
  }

  void leave() {
    places.release();
  }
}
