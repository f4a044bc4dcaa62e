package nl.poort25.mx;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import nl.poort25.audit.Actor;
import nl.poort25.domain.Registration;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.ConcurrencyLimit;
import nl.poort25.web.Retry;

/** Starts DNS checks on demand in the background, within limits, and reports the last result. */
@ApplicationScoped
@ManagedExecutorDefinition(name = OnDemandDnsChecks.EXECUTOR, maxAsync = 16)
public class OnDemandDnsChecks {
  // apart from the schedule's: a click does not wait for a batch
  static final String EXECUTOR = "java:app/concurrent/asked-looks";

  /** Under way or waiting: of one person no more than would keep others waiting for long. */
  private final ConcurrencyLimit asked = new ConcurrencyLimit(400, 20);

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Inject DnsChecks checks;
  @Inject DnsCheckRunner run;
  @Inject ConfiguredRelays relays;
  @Inject Actor actor;
  @Inject InstantSource clock;
  @Inject Settings settings;

  /**
   * Begins a look at the name, in the background and in the name of whoever makes this request;
   * where one runs already, that one will do. Not to be called within a transaction.
   *
   * @return false where too many that he or others asked for are under way
   */
  public boolean start(long registrationId) {
    var asker = actor.person();
    if (!asked.tryEnter(asker.id())) {
      return false;
    }
    try {
      var begun = Retry.onCollision(() -> checks.begin(registrationId));
      if (begun.isPresent()) {
        executor.execute(() -> go(begun.get(), asker));
        return true;
      }
    } catch (RuntimeException e) {
      asked.leave(asker.id());
      throw e;
    }
    asked.leave(asker.id());
    return true;
  }

  private void go(DnsChecks.Run begun, Actor.Person asker) {
    try {
      run.run(begun, asker);
    } finally {
      asked.leave(asker.id());
    }
  }

  public boolean isRunning(long registrationId) {
    return checks.of(registrationId).filter(c -> c.isRunning(clock.instant())).isPresent();
  }

  /** Until when the name is looked at each minute by itself (3.5); null where it is not. */
  public Instant eagerUntil(Registration registration) {
    boolean eager =
        settings.flag(Setting.MX_SCHEDULE)
            && registration.isActive()
            && RecheckInterval.nextEager(
                    registration.getRegisteredAt(),
                    registration.getControl().isProven(),
                    clock.instant())
                != null;
    return eager ? registration.getRegisteredAt().plus(RecheckInterval.EAGER_FOR) : null;
  }

  public DnsReport report(Registration registration) {
    return DnsReport.of(
        registration,
        checks.of(registration.getId()),
        relays.judge(),
        checks.proofEnds(registration),
        clock.instant());
  }
}
