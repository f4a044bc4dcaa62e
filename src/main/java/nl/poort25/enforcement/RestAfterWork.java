package nl.poort25.enforcement;

import java.util.function.LongSupplier;

/** Keeps what may be put off to a tenth of the time: rests nine times as long as it worked. */
final class RestAfterWork {
  private static final int TIMES = 9;
  private final LongSupplier nanoTime;
  private long endedAt;
  private long took;

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  RestAfterWork(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Also where it never worked. */
  boolean isOver() {
    return took == 0 || nanoTime.getAsLong() - endedAt >= TIMES * took;
  }

  /** Rests afterwards, also where it failed. */
  void work(Runnable work) {
    long begun = nanoTime.getAsLong();
    try {
      work.run();
    } finally {
      endedAt = nanoTime.getAsLong();
      took = endedAt - begun;
    }
  }
}
