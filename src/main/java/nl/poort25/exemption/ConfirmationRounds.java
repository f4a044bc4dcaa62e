package nl.poort25.exemption;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks every hour which partners are to be asked whether they still need what is open. */
@ApplicationScoped
public class ConfirmationRounds {
  private static final Logger LOG = System.getLogger(ConfirmationRounds.class.getName());

  @Resource ManagedScheduledExecutorService timer;
  @Inject Confirmations confirmations;
  @Inject InstantSource clock;
  private ScheduledFuture<?> rounds;

  void start(@Observes Startup event) {
    rounds = timer.scheduleWithFixedDelay(this::round, 1, 60, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }

  private void round() {
    try {
      var now = clock.instant();
      for (long id : confirmations.due(now)) {
        confirmations.look(id, now);
      }
    } catch (RuntimeException e) {
      // the next round tries again; without this catch there would be none
      LOG.log(Level.ERROR, "the exemptions that are to be confirmed could not be looked at", e);
    }
  }
}
