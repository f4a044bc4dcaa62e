package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.poort25.database.Batches;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;
import nl.poort25.state.EnforcementTarget;

/**
 * Looks every second for decisions that may change a state and makes the next generation; at the
 * start it makes one in any case. With several nodes the first one makes it and the others find
 * nothing left to do. The firewalls do not wait for the relays, whose names may be a million.
 */
@ApplicationScoped
public class EnforcementRounds {
  private static final Logger LOG = System.getLogger(EnforcementRounds.class.getName());

  @Inject FirewallGenerations firewalls;
  @Inject RelayGenerations relays;
  @Inject LargeChangeGuard guard;
  @Inject PendingRebuilds changes;
  @Inject RelayChanges ofNames;
  @Inject Alarms alarms;
  @Inject InstantSource clock;
  @Inject Rounds firewallRounds;
  @Inject Rounds relayRounds;
  private final RestAfterWork rest = new RestAfterWork(System::nanoTime);
  private final Set<EnforcementTarget> looked =
      Collections.synchronizedSet(EnumSet.noneOf(EnforcementTarget.class));

  /** What was noticed for the relays is not computed yet. */
  private boolean relaysLeft;

  void start(@Observes Startup event) {
    String failure = "what was decided could not be looked at";
    firewallRounds.start(Round.ENFORCEMENT, failure, turn -> ofFirewalls());
    relayRounds.start(Round.RELAY_STATES, failure, turn -> ofRelays());
  }

  private void ofFirewalls() {
    var waiting = changes.waiting(EnforcementTarget.FIREWALL);
    if (isAsked(EnforcementTarget.FIREWALL, waiting) && make(EnforcementTarget.FIREWALL)) {
      forget(EnforcementTarget.FIREWALL, waiting);
    }
  }

  private void ofRelays() {
    var waiting = changes.waiting(EnforcementTarget.RELAY);
    boolean asked = isAsked(EnforcementTarget.RELAY, waiting);
    relaysLeft |= asked || ofNames.isAnyNew();
    if ((asked || (relaysLeft && isRelaysTurn())) && make(EnforcementTarget.RELAY) && asked) {
      forget(EnforcementTarget.RELAY, waiting);
    }
  }

  private boolean isAsked(EnforcementTarget target, List<Long> waiting) {
    return !waiting.isEmpty() || !looked.contains(target);
  }

  private void forget(EnforcementTarget target, List<Long> waiting) {
    looked.add(target);
    // a transaction for each some: another node may be at the same
    Batches.of(waiting.stream()).forEach(some -> changes.forget(some, target));
  }

  private boolean make(EnforcementTarget target) {
    try {
      if (target.isRelay()) {
        relays.deny(clock.instant());
        renewRelays();
      } else {
        firewalls.renew(clock.instant());
      }
      alarms.end(Alarm.Kind.UNDECIDED, target.name(), clock.instant());
      alarms.end(Alarm.Kind.NOT_MADE, target.name(), clock.instant());
      return true;
    } catch (UnauthorisedState e) {
      // what was decided is looked at again every second, until it can be made
      alarms.raise(Alarm.Kind.UNDECIDED, target.name(), e.getMessage(), clock.instant());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the state of " + target + " could not be made", e);
      alarms.raise(Alarm.Kind.NOT_MADE, target.name(), null, clock.instant());
    }
    return false;
  }

  private void renewRelays() {
    if (isRelaysTurn()) {
      rest.work(
          () -> {
            ofNames.resolveDestinations();
            relays.renew(clock.instant());
          });
      relaysLeft = false;
    }
  }

  /**
   * While a large change waits for the network role, all that it has is computed again with each
   * decision, a million names for minutes, and others wait for the series. What the role confirms
   * goes out at once.
   */
  private boolean isRelaysTurn() {
    return rest.isOver() || !guard.isWaiting(EnforcementTarget.RELAY);
  }
}
