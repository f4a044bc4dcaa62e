package nl.poort25.round;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One run of a round: when it must stop taking on work, and whether it achieved anything. It is
 * never interrupted: an interrupt during a write closes H2 for good.
 */
public final class RoundRun {
  private final long end;
  private final BooleanSupplier stops;
  private volatile boolean vain;

  /**
   * @param most after which it takes nothing more on
   * @param stops whether it is to end before
   */
  public RoundRun(Duration most, BooleanSupplier stops) {
    end = System.nanoTime() + most.toNanos();
    this.stops = stops;
  }

  /** Whether to leave the rest to the next round. */
  public boolean isOver() {
    return stops.getAsBoolean() || System.nanoTime() - end >= 0;
  }

  /** Nothing came of it, as where nobody answers: it does not count as one that was in time. */
  public void markInVain() {
    vain = true;
  }

  boolean isInVain() {
    return vain;
  }

  /**
   * Does pieces of work side by side until there are none, or the time is over.
   *
   * @param next what to do next, a few at a time; empty where nothing is left. Called by one thread
   *     at a time
   * @param piece must not throw
   */
  public <T> void share(
      ExecutorService executor, int atOnce, Supplier<List<T>> next, Consumer<T> piece)
      throws ExecutionException, InterruptedException {
    var taken = new ArrayDeque<T>();
    List<Future<?>> workers =
        IntStream.range(0, atOnce)
            .<Future<?>>mapToObj(
                i ->
                    executor.submit(
                        () -> {
                          for (T one = take(taken, next); one != null; one = take(taken, next)) {
                            piece.accept(one);
                          }
                        }))
            .toList();
    for (var worker : workers) {
      worker.get();
    }
  }

  private <T> T take(Queue<T> taken, Supplier<List<T>> next) {
    synchronized (taken) {
      if (taken.isEmpty() && !isOver()) {
        taken.addAll(next.get());
      }
      return taken.poll();
    }
  }
}
