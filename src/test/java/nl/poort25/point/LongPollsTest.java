package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.point.LongPolls.Waiter;
import nl.poort25.round.PortalShutdown;
import org.junit.jupiter.api.Test;

class LongPollsTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private final LongPolls waiting;
  private final Map<Long, StateOffers.Offer> offered = new HashMap<>();
  private final List<Long> answered = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private boolean failing;

  LongPollsTest() {
    var rollout =
        new Rollout() {
          @Override
          void release(Instant at) {
            if (failing) {
              throw new IllegalStateException("this could not be released");
            }
          }

          @Override
          void listen(Instant at) {}
        };
    var offers =
        new StateOffers() {
          @Override
          Map<Long, StateOffers.Offer> of(Collection<Long> pointIds) {
            return offered;
          }
        };
    waiting = new LongPolls(rollout, offers, () -> now, null);
    waiting.executor =
        (ManagedExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, given) -> {
                  ((Runnable) given[0]).run();
                  return null;
                });
  }

  private void waits(long point, String etag, Duration wait) {
    offered.putIfAbsent(point, new StateOffers.Offer(1, "aaa", "enforce"));
    waiting.add(
        point, new Waiter(etag, System.nanoTime() + wait.toNanos(), () -> answered.add(point)));
  }

  @Test
  void isAnsweredWhenTheTimeIsOverThoughTheClockWasSetBack() {
    waits(1, "1-aaa-enforce", Duration.ZERO);
    waits(2, "1-aaa-enforce", WAIT);
    now = now.minus(Duration.ofHours(1));
    waiting.look();
    assertEquals(List.of(1L), answered);
    now = now.plus(Duration.ofHours(5));
    waiting.look();
    assertEquals(List.of(1L), answered, "nor does a clock that was set forward end it");
  }

  @Test
  void isAnsweredWhenThereIsSomethingElse() {
    waits(1, "1-aaa-enforce", WAIT);
    waits(2, "1-aaa-observe", WAIT);
    waiting.look();
    assertEquals(List.of(2L), answered);
    offered.put(1L, new StateOffers.Offer(2, "bbb", "enforce"));
    waiting.look();
    assertEquals(List.of(2L, 1L), answered);
  }

  @Test
  void isAnsweredThoughNothingCanBeReleased() {
    failing = true;
    waits(1, "1-aaa-enforce", Duration.ZERO);
    try {
      waiting.look();
    } catch (IllegalStateException e) {
      // the round logs it
    }
    assertEquals(List.of(1L), answered);
  }

  @Test
  void allAreAnsweredWhenThePortalStops() {
    waits(1, "1-aaa-enforce", WAIT);
    waits(2, "1-aaa-enforce", WAIT);
    waits(2, "1-aaa-enforce", WAIT);
    waiting.stop(new PortalShutdown());
    assertEquals(List.of(2L, 1L, 2L), answered);
  }
}
