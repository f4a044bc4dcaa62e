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
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import nl.poort25.round.OverdueRounds;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;
import nl.poort25.web.Retry;

/**
 * Watchdog of the background rounds: raises an alarm for a round that is late, on a thread that no
 * round uses, and ends it when the round has been in time for a minute.
 */
@ApplicationScoped
public class RoundWatchdog {
  private static final Logger LOG = System.getLogger(RoundWatchdog.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration CALM = Duration.ofMinutes(1);

  @Resource(lookup = Rounds.WATCH)
  ManagedScheduledExecutorService watch;

  private OverdueRounds lateness;
  private Alarms alarms;
  private InstantSource clock;
  LongSupplier nanos = System::nanoTime;

  /** When it was last seen to be late; at first all may have been, before this process began. */
  private final Map<Round, Long> wasLate = new EnumMap<>(Round.class);

  private ScheduledFuture<?> looks;
  private final EnumSet<Round> told = EnumSet.noneOf(Round.class);

  protected RoundWatchdog() {}

  @Inject
  RoundWatchdog(OverdueRounds lateness, Alarms alarms, InstantSource clock) {
    this.lateness = lateness;
    this.alarms = alarms;
    this.clock = clock;
  }

  void start(@Observes Startup event) {
    begin();
    looks =
        watch.scheduleWithFixedDelay(
            this::look, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    looks.cancel(false);
  }

  void begin() {
    for (var round : Round.values()) {
      wasLate.put(round, nanos.getAsLong());
    }
  }

  void look() {
    var late = lateness.late();
    for (var round : Round.values()) {
      try {
        if (late.contains(round)) {
          raise(round);
        } else {
          end(round);
        }
      } catch (Throwable e) {
        // whatever it is, the next look is to come
        LOG.log(Level.ERROR, "the alarm of a late round could not be kept", e);
      }
    }
  }

  // each time: another node may have ended it
  private void raise(Round round) {
    wasLate.put(round, nanos.getAsLong());
    if (told.add(round)) {
      LOG.log(Level.WARNING, "the round {0} is late", round);
    }
    Retry.onCollision(
        () -> {
          alarms.raise(Alarm.Kind.LATE, round.name(), null, clock.instant());
          return null;
        });
  }

  private void end(Round round) {
    var last = wasLate.get(round);
    if (last == null || nanos.getAsLong() - last < CALM.toNanos()) {
      return;
    }
    Retry.onCollision(
        () -> {
          alarms.end(Alarm.Kind.LATE, round.name(), clock.instant());
          return null;
        });
    wasLate.remove(round);
    told.remove(round);
  }
}
