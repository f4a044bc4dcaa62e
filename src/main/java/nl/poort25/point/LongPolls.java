package nl.poort25.point;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.poort25.round.InFlightCounter;
import nl.poort25.round.PortalShutdown;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;

/**
 * Open long polls of points that wait for a change. No thread waits with them: one query a few
 * times a second serves all, and also finds what another node has made.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = LongPolls.ANSWERS, maxAsync = 8)
public class LongPolls {
  /** Looks between which nobody is listened for. */
  private static final int SELDOM = 5;

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  // a point that does not read its answer holds up a few others at most
  static final String ANSWERS = "java:app/concurrent/point-answers";

  @Resource(lookup = ANSWERS)
  ManagedExecutorService executor;

  private Rollout rollout;
  private StateOffers offers;
  private InstantSource clock;
  private Rounds looks;
  private final Map<Long, Waiter> waiters = new ConcurrentHashMap<>();
  private final InFlightCounter answers = new InFlightCounter();
  private long looked;

  protected LongPolls() {}

  @Inject
  LongPolls(Rollout rollout, StateOffers offers, InstantSource clock, Rounds looks) {
    this.rollout = rollout;
    this.offers = offers;
    this.clock = clock;
    this.looks = looks;
  }

  /**
   * What to do when there is something else than what the point has, or the time is over.
   *
   * @param until by {@link System#nanoTime()}: the clock may be set back meanwhile
   */
  record Waiter(String etag, long until, Runnable answer) {}

  void start(@Observes Startup event) {
    looks.start(Round.POINTS, "the points could not be looked at", turn -> look());
  }

  /** All are answered as long as there is somebody to do it. */
  void stop(@Observes PortalShutdown event) {
    waiters.forEach(this::answer);
    answers.awaitNone(LAST_ANSWERS);
  }

  /** Of two requests of one point the later one counts; the earlier one is answered. */
  void add(long pointId, Waiter waiter) {
    var before = waiters.put(pointId, waiter);
    if (before != null) {
      run(before);
    }
  }

  void look() {
    answerThoseThatNeedNotWait();
    var now = clock.instant();
    rollout.release(now);
    if (looked++ % SELDOM == 0) {
      rollout.listen(now);
    }
  }

  // before anything else, so that whatever is wrong there does not hold these up
  private void answerThoseThatNeedNotWait() {
    if (waiters.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    var offered = offers.of(List.copyOf(waiters.keySet()));
    waiters.forEach(
        (pointId, waiter) -> {
          var offer = offered.get(pointId); // none for one that came meanwhile
          if (now - waiter.until() >= 0 || (offer != null && !offer.etag().equals(waiter.etag()))) {
            answer(pointId, waiter);
          }
        });
  }

  private void answer(long pointId, Waiter waiter) {
    if (waiters.remove(pointId, waiter)) {
      run(waiter);
    }
  }

  private void run(Waiter waiter) {
    answers.tryEnter();
    boolean begun = false;
    try {
      executor.execute(
          () -> {
            try {
              waiter.answer().run();
            } finally {
              answers.leave();
            }
          });
      begun = true;
    } finally {
      if (!begun) {
        answers.leave();
      }
    }
  }
}
