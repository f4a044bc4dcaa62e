package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import nl.poort25.round.Round;
import nl.poort25.round.RoundRun;
import nl.poort25.round.Rounds;
import nl.poort25.state.EnforcementTarget;

/**
 * Compares what points are to have with what was decided, whether or not anything was noted: all of
 * it after the start, then that of the firewalls every hour and of the relays some names at a time,
 * for ever.
 */
@ApplicationScoped
public class ComparisonRounds {
  /** A million names in little more than half an hour. */
  static final int AT_ONCE = 5000;

  /** As a whole. */
  private static final Duration SELDOM = Duration.ofHours(1);

  @Inject FirewallGenerations firewalls;
  @Inject RelayComparison comparison;
  @Inject Alarms alarms;
  @Inject InstantSource clock;
  @Inject Rounds rounds;

  /** By {@link System#nanoTime()}; null before the first time. */
  private Long comparedAt;

  private String after = "";
  private boolean once;
  private int missed;

  void start(@Observes Startup event) {
    rounds.start(
        Round.RELAY_COMPARISON, "the state of the relays could not be compared", this::round);
  }

  private void round(RoundRun turn) {
    if (comparedAt == null || System.nanoTime() - comparedAt > SELDOM.toNanos()) {
      firewalls.compare(clock.instant());
      comparedAt = System.nanoTime();
    }
    int looked = 0;
    do {
      var found = comparison.after(after, clock.instant());
      looked += found.looked();
      missed += found.missed();
      after = found.upTo();
    } while (after != null && (!once || looked < AT_ONCE) && !turn.isOver());
    if (after == null) {
      if (missed == 0) {
        alarms.end(Alarm.Kind.MISSED, EnforcementTarget.RELAY.name(), clock.instant());
      }
      after = "";
      missed = 0;
      once = true;
    }
  }
}
