package nl.poort25.point;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Points that wait for a change. No thread waits with them: one look at the numbers, a few times a
 * second, is for all of them, and finds also what another node has made.
 */
@ApplicationScoped
public class Waiting {
  private static final Logger LOG = System.getLogger(Waiting.class.getName());
  private static final int MILLIS = 200;

  /** Looks between which nobody is listened for. */
  private static final int SELDOM = 5;

  @Resource ManagedScheduledExecutorService timer;
  @Inject Rollout rollout;
  @Inject Turns turns;
  @Inject InstantSource clock;
  private final Map<Long, Waiter> waiters = new ConcurrentHashMap<>();
  private ScheduledFuture<?> looks;
  private long looked;

  /** What to do when there is something else than what the point has, or the time is over. */
  record Waiter(String etag, Instant until, Runnable answer) {}

  void start(@Observes Startup event) {
    looks = timer.scheduleWithFixedDelay(this::look, 1000, MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (looks != null) {
      looks.cancel(true);
    }
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
    try {
      var now = clock.instant();
      rollout.release(now);
      if (looked++ % SELDOM == 0) {
        rollout.listen(now);
      }
      waiters.forEach(
          (pointId, waiter) -> {
            boolean over = !now.isBefore(waiter.until());
            if ((over || !turns.offer(pointId).etag().equals(waiter.etag()))
                && waiters.remove(pointId, waiter)) {
              waiter.answer().run();
            }
          });
    } catch (RuntimeException e) {
      // the next look tries again; without this catch there would be none
      LOG.log(Level.ERROR, "the points could not be looked at", e);
    }
  }
}
