package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;
import nl.poort25.web.Retry;

/**
 * Runs the confirmation of openings and blocks: after each report, a second later where that
 * failed, and at intervals in any case, since the process may have ended between the two.
 */
@ApplicationScoped
public class ReadBackRounds {
  /** Rounds, of a second each. */
  private static final int SELDOM = 30;

  private static final Logger LOG = System.getLogger(ReadBackRounds.class.getName());

  @Inject ReadBackConfirmation applied;
  @Inject InstantSource clock;
  @Inject Rounds rounds;
  private final ReentrantLock confirming = new ReentrantLock();
  private volatile boolean failed;
  private int left;

  void start(@Observes Startup event) {
    rounds.start(Round.READ_BACK, "what the points hold could not be confirmed", turn -> round());
  }

  /** After a report, which is taken whatever comes of this. */
  void confirmNow() {
    confirming.lock();
    try {
      confirm();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "what the points hold is confirmed in the next round", e);
    } finally {
      confirming.unlock();
    }
  }

  void round() {
    // what a report confirms just now need not be confirmed by two
    if ((failed || left <= 0) && confirming.tryLock()) {
      try {
        left = SELDOM;
        confirm();
      } finally {
        confirming.unlock();
      }
    }
    left--;
  }

  private void confirm() {
    failed = true; // until it is done
    Retry.onCollision(
        () -> {
          applied.confirmAll(clock.instant());
          return null;
        });
    failed = false;
  }
}
