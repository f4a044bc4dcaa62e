package nl.poort25.mx;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.poort25.web.Retry;
import nl.poort25.web.Rounds;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/**
 * Looks at the names whose turn it is (3.5, 3.11): a batch every few seconds, a few names at a
 * time. That is two million names a day for a node whose resolver answers within half a second.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = CheckSchedule.EXECUTOR, maxAsync = CheckSchedule.AT_ONCE)
public class CheckSchedule {
  static final String EXECUTOR = "java:app/concurrent/scheduled-looks";
  static final int AT_ONCE = 8;
  private static final int BATCH = 120;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Logger LOG = System.getLogger(CheckSchedule.class.getName());

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Inject DnsChecks checks;
  @Inject CheckRun run;
  @Inject Settings settings;
  @Inject Rounds rounds;

  void start(@Observes Startup event) {
    if (settings.flag(Setting.MX_SCHEDULE)) {
      rounds.start(PAUSE, PAUSE, "the names that are due could not be looked at", this::round);
    }
  }

  private void round() throws InterruptedException, ExecutionException {
    List<Future<?>> looks =
        checks.due(BATCH).stream().<Future<?>>map(id -> executor.submit(() -> look(id))).toList();
    for (var look : looks) {
      look.get();
    }
  }

  private void look(long registrationId) {
    try {
      Retry.onCollision(() -> checks.begin(registrationId)).ifPresent(begun -> run.go(begun, null));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "registration " + registrationId + " could not be looked at", e);
    }
  }
}
