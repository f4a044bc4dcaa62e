package nl.poort25.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.Retry;
import nl.poort25.web.Suspicion;

/**
 * Takes suspicious events as they happen and writes their counts to the security log a moment
 * later.
 */
@ApplicationScoped
public class SecurityEventRecorder {
  private static final Logger LOG = System.getLogger(SecurityEventRecorder.class.getName());
  private static final Duration FORGETS_EACH = Duration.ofHours(1);

  private final SecurityCounts counts = new SecurityCounts();
  @Inject SecurityLog log;
  @Inject Settings settings;
  @Inject InstantSource clock;
  @Inject Rounds rounds;
  private Instant forgot = Instant.EPOCH;

  void start(@Observes Startup event) {
    term();
    rounds.start(Round.SECURITY_LOG, "the security log could not be written", this::round);
  }

  private Duration term() {
    return Duration.ofDays(settings.number(Setting.SECURITY_LOG_DAYS));
  }

  /** In memory alone: the request goes on, whatever the database does. */
  void record(@Observes Suspicion suspicion) {
    counts.add(suspicion, clock.instant());
  }

  private void round(RoundRun turn) {
    write();
    var now = clock.instant();
    if (forgot.plus(FORGETS_EACH).isBefore(now) || forgot.isAfter(now)) {
      boolean more = true;
      while (more && !turn.isOver()) {
        more = log.forget(now.minus(term()));
      }
      forgot = now;
    }
  }

  /** Writes what has been seen so far; what cannot be written waits for the next time. */
  synchronized void write() {
    var taken = counts.take();
    if (taken.isEmpty()) {
      return;
    }
    try {
      Retry.onCollision(
          () -> {
            log.write(taken);
            return null;
          });
    } catch (RuntimeException e) {
      counts.putBack(taken);
      throw e;
    }
  }

  @PreDestroy
  void stop() {
    try {
      write();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the last rows of the security log are lost: {0}", e.toString());
    }
  }
}
