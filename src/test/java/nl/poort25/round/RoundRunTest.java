package nl.poort25.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundRunTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void sharesThePiecesOutEachOnce() throws Exception {
    var executor = Executors.newFixedThreadPool(3);
    var together = new CyclicBarrier(3);
    var done = ConcurrentHashMap.<Integer>newKeySet();
    var taken = new AtomicInteger();
    new RoundRun(LONG, () -> false)
        .share(
            executor,
            3,
            () ->
                IntStream.range(0, 3)
                    .map(i -> taken.getAndIncrement())
                    .filter(i -> i < 30)
                    .boxed()
                    .toList(),
            piece -> {
              try {
                together.await(20, TimeUnit.SECONDS); // three are under way at once
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              assertTrue(done.add(piece));
            });
    executor.shutdown();
    assertEquals(30, done.size());
  }

  @Test
  void takesNothingMoreOnceItsTimeIsOver() throws Exception {
    var executor = Executors.newFixedThreadPool(2);
    var stops = new AtomicBoolean();
    var done = ConcurrentHashMap.<Integer>newKeySet();
    new RoundRun(LONG, stops::get)
        .share(
            executor,
            1,
            () -> List.of(1, 2),
            piece -> {
              done.add(piece);
              stops.set(true);
            });
    executor.shutdown();
    assertEquals(Set.of(1, 2), done, "what was taken is done");
  }

  @Test
  void isOverByTimeOrBecauseThePortalStops() {
    assertFalse(new RoundRun(LONG, () -> false).isOver());
    assertTrue(new RoundRun(Duration.ZERO, () -> false).isOver());
    assertTrue(new RoundRun(LONG, () -> true).isOver());
  }
}
