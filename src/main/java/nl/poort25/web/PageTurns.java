package nl.poort25.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few pages for each processor be made at a time, in the order in which they were asked for.
 * Thirty at once would each be put aside again and again: the slowest of a hundred took four times
 * as long as half of them. Whoever has waited long goes on without a turn, so that pages which wait
 * themselves, for a lock or a resolver, hold the others up by no more than that.
 */
final class PageTurns {
  private static final int EACH = 3;
  private static final int LEAST = 6;
  private static final long PATIENCE_MILLIS = 200;

  private final Semaphore turns;
  private final long patience;

  PageTurns() {
    this(Math.max(LEAST, EACH * Runtime.getRuntime().availableProcessors()), PATIENCE_MILLIS);
  }

  /**
   * @param patience milliseconds
   */
  PageTurns(int most, long patience) {
    turns = new Semaphore(most, true);
    this.patience = patience;
  }

  /** Waits for a turn; whoever has one gives it back. */
  boolean take() {
    try {
      return turns.tryAcquire(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false; // nobody interrupts a thread here: that could close H2 for everybody
    }
  }

  /**
   * @param taken what {@link #take} said
   */
  void giveBack(boolean taken) {
    if (taken) {
      turns.release();
    }
  }
}
