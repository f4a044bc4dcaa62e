package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;
import nl.poort25.state.EnforcementTarget;

/**
 * Looks every second for decisions that may change a state and makes the next generation; at the
 * start it makes one in any case. With several nodes the first one makes it and the others find
 * nothing left to do.
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
  @Inject Rounds rounds;
  private final RestAfterWork rest = new RestAfterWork(System::nanoTime);
  private boolean looked;

  /** What was noticed for the relays is not computed yet. */
  private boolean relaysLeft;

  void start(@Observes Startup event) {
    rounds.start(Round.ENFORCEMENT, "what was decided could not be looked at", turn -> round());
  }

  private void round() {
    var waiting = changes.waiting();
    boolean asked = !waiting.isEmpty() || !looked;
    // both before what was noticed is forgotten; a fault of one does not hold up the other
    boolean made = !asked || make(EnforcementTarget.FIREWALL);
    relaysLeft |= asked || ofNames.isAnyNew();
    if (asked || (relaysLeft && isRelaysTurn())) {
      made &= make(EnforcementTarget.RELAY);
    }
    if (made && asked) {
      looked = true;
      changes.forget(waiting);
    }
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
