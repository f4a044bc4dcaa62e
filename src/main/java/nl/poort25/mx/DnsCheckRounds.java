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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.mx.DnsChecks.Lane;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.Retry;

/**
 * Background rounds that check the DNS of the domains that are due (3.5, 3.11), several at a time.
 * New domains without proof have a round and threads of their own, so that a thousand of them keep
 * no other waiting.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = DnsCheckRounds.EXECUTOR, maxAsync = DnsCheckRounds.AT_ONCE)
@ManagedExecutorDefinition(name = DnsCheckRounds.FOR_NEW, maxAsync = DnsCheckRounds.NEW_AT_ONCE)
public class DnsCheckRounds {
  static final String EXECUTOR = "java:app/concurrent/scheduled-looks";
  static final int AT_ONCE = 8;
  static final String FOR_NEW = "java:app/concurrent/looks-at-new-names";
  static final int NEW_AT_ONCE = 4;
  private static final Logger LOG = System.getLogger(DnsCheckRounds.class.getName());

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Resource(lookup = FOR_NEW)
  ManagedExecutorService forNew;

  @Inject DnsChecks checks;
  @Inject DnsCheckRunner run;
  @Inject Settings settings;
  @Inject Rounds rounds;
  @Inject Rounds roundsForNew;

  void start(@Observes Startup event) {
    if (settings.flag(Setting.MX_SCHEDULE)) {
      rounds.start(
          Round.DOMAINS,
          "the names that are due could not be looked at",
          turn -> round(turn, executor, Lane.ALL, AT_ONCE));
      roundsForNew.start(
          Round.NEW_DOMAINS,
          "the new names could not be looked at",
          turn -> round(turn, forNew, Lane.NEW, NEW_AT_ONCE));
    }
  }

  private void round(RoundRun turn, ManagedExecutorService threads, Lane lane, int atOnce)
      throws InterruptedException, ExecutionException {
    var looked = new AtomicInteger();
    var heard = new AtomicBoolean();
    turn.share(
        threads,
        atOnce,
        () -> checks.due(lane, atOnce),
        id -> {
          look(id)
              .ifPresent(
                  any -> {
                    looked.incrementAndGet();
                    if (any) {
                      heard.set(true);
                    }
                  });
        });
    // new names may well be those of one customer whose DNS is silent
    if (lane == Lane.ALL && looked.get() > 0 && !heard.get()) {
      turn.markInVain();
    }
  }

  /** Returns whether the DNS answered. */
  /** Whether anything was heard; empty where somebody else looks just now, which tells nothing. */
  private Optional<Boolean> look(long registrationId) {
    try {
      return Retry.onCollision(() -> checks.begin(registrationId))
          .map(begun -> run.run(begun, null));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "registration " + registrationId + " could not be looked at", e);
      return Optional.of(false);
    }
  }
}
