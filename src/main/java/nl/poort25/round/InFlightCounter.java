package nl.poort25.round;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Counts what is in flight, and admits nothing more once it is closed for shutdown. */
public final class InFlightCounter {
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(10);
  private int count;
  private boolean closed;

  /** Whether it may begin; whoever was let in must leave. */
  public synchronized boolean tryEnter() {
    if (!closed) {
      count++;
    }
    return !closed;
  }

  public synchronized void leave() {
    count--;
  }

  synchronized void close() {
    closed = true;
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  public synchronized boolean isNone() {
    return count == 0;
  }

  /** Returns whether all ended in time. */
  public boolean awaitNone(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!isNone() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    return isNone();
  }
}
