package nl.poort25.point;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.poort25.web.Rounds;

/**
 * Points that wait for a change. No thread waits with them: one look at the numbers, a few times a
 * second, is for all of them, and finds also what another node has made.
 */
@ApplicationScoped
public class Waiting {
  /** Looks between which nobody is listened for. */
  private static final int SELDOM = 5;

  @Inject Rollout rollout;
  @Inject Offers offers;
  @Inject InstantSource clock;
  @Inject Rounds looks;
  private final Map<Long, Waiter> waiters = new ConcurrentHashMap<>();
  private long looked;

  /** What to do when there is something else than what the point has, or the time is over. */
  record Waiter(String etag, Instant until, Runnable answer) {}

  void start(@Observes Startup event) {
    looks.start(
        Duration.ofSeconds(1),
        Duration.ofMillis(200),
        "the points could not be looked at",
        this::look);
  }

  @PreDestroy
  void stop() {
    looks.stop(); // before those that wait are answered
    waiters.values().forEach(waiter -> waiter.answer().run());
  }

  /** Of two requests of one point the later one counts; the earlier one is answered. */
  void add(long pointId, Waiter waiter) {
    var before = waiters.put(pointId, waiter);
    if (before != null) {
      before.answer().run();
    }
  }

  private void look() {
    var now = clock.instant();
    rollout.release(now);
    if (looked++ % SELDOM == 0) {
      rollout.listen(now);
    }
    if (waiters.isEmpty()) {
      return;
    }
    var offered = offers.of(List.copyOf(waiters.keySet()));
    waiters.forEach(
        (pointId, waiter) -> {
          var offer = offered.get(pointId); // none for one that came meanwhile
          boolean over = !now.isBefore(waiter.until());
          if ((over || (offer != null && !offer.etag().equals(waiter.etag())))
              && waiters.remove(pointId, waiter)) {
            waiter.answer().run();
          }
        });
  }
}
