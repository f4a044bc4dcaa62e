package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.RelayLine;

/**
 * Computes what is to be open and closed from everything that was decided: of the firewalls all, of
 * the relays what is asked for, since they may have a million names.
 */
@ApplicationScoped
@Transactional
class DesiredStates {
  @Inject FirewallFactsQuery firewalls;
  @Inject RelayFactsQuery relays;

  /**
   * @param lines each with what brought it
   */
  record Wanted(SortedMap<DesiredLine, Cause> lines, AbuseClosings abuse) {}

  /**
   * Of the firewalls.
   *
   * @throws UnauthorisedState if the state would do what nobody decided
   */
  Wanted firewall() {
    var facts = firewalls.facts();
    Map<? extends DesiredLine, Cause> lines = FirewallState.of(facts).lines();
    return new Wanted(
        new TreeMap<>(lines),
        new AbuseClosings(
            line ->
                line instanceof FirewallLine state && state.opened() != null
                    ? facts.blocked().get(state.opened().destination())
                    : null,
            Map.of()));
  }

  /**
   * What the relays deny, and the hosts of the store: what is of no name. A client is denied at
   * once; that it may send again waits like anything else.
   *
   * @throws UnauthorisedState as above
   */
  Wanted ofNoName() {
    Map<RelayLine, Cause> lines = RelayState.of(relays.ofNoName()).lines();
    var denials = new TreeMap<>(lines);
    denials.keySet().removeIf(line -> line.kind() != RelayLine.Kind.DENY);
    return new Wanted(new TreeMap<>(lines), new AbuseClosings(line -> null, denials));
  }

  /** The line with the postmaster, where any line names recipients; null where he has none. */
  RelayLine postmaster() {
    return relays.postmaster() == null ? null : RelayLine.postmaster(relays.postmaster());
  }

  /**
   * The lines of these names at the relays.
   *
   * @throws UnauthorisedState as above
   */
  SortedMap<DesiredLine, Cause> of(Collection<String> names) {
    var lines = new TreeMap<DesiredLine, Cause>();
    RelayState.of(relays.of(names))
        .lines()
        .forEach(
            (line, cause) -> {
              if (line.isOfName()) {
                lines.put(line, cause);
              }
            });
    return lines;
  }
}
