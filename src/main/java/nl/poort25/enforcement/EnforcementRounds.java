package nl.poort25.enforcement;

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
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks every second whether something was decided, and makes the generation that follows from it;
 * at the start it makes it in any case. On several nodes whoever comes first makes it, the others
 * find nothing left to do.
 */
@ApplicationScoped
public class EnforcementRounds {
  private static final Logger LOG = System.getLogger(EnforcementRounds.class.getName());

  @Resource ManagedScheduledExecutorService timer;
  @Inject GenerationMaker maker;
  @Inject StateChanges changes;
  @Inject Alarms alarms;
  @Inject InstantSource clock;
  private ScheduledFuture<?> rounds;
  private boolean looked;

  void start(@Observes Startup event) {
    rounds = timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }

  private void round() {
    try {
      var waiting = changes.waiting();
      if (!waiting.isEmpty() || !looked) {
        // both before what was noticed is forgotten; a fault of one does not hold up the other
        boolean made = Arrays.stream(Target.values()).map(this::make).allMatch(done -> done);
        if (made) {
          looked = true;
          changes.forget(waiting);
        }
      }
    } catch (RuntimeException e) {
      // the next round tries again; without this catch there would be none
      LOG.log(Level.ERROR, "what was decided could not be looked at", e);
    }
  }

  private boolean make(Target target) {
    try {
      maker.renew(target, clock.instant());
      alarms.end(Alarm.Kind.UNDECIDED, target.name(), clock.instant());
      return true;
    } catch (Undecided e) {
      // what was decided is looked at again every second, until it can be made
      alarms.raise(Alarm.Kind.UNDECIDED, target.name(), e.getMessage(), clock.instant());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the state of " + target + " could not be made", e);
    }
    return false;
  }
}
