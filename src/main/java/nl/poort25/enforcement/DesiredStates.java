package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.RelayLine;

/** Computes the desired state of a target from everything that was decided. */
@ApplicationScoped
@Transactional
class DesiredStates {
  @Inject FirewallFactsQuery firewalls;
  @Inject RelayFactsQuery relays;

  /**
   * @param lines each with what brought it
   * @param blocks the case that takes a line away; null where abuse leaves it as it is
   * @param denials lines that abuse brings
   */
  record Wanted(
      SortedMap<DesiredLine, Cause> lines,
      Function<DesiredLine, Long> blocks,
      Map<? extends DesiredLine, Cause> denials) {

    /** Those lines with just what abuse asks for, and nothing else of what was decided since. */
    SortedMap<DesiredLine, Cause> forAbuse(Map<DesiredLine, Cause> before) {
      return forAbuse(before, Set.of());
    }

    /** The same, but for those blocks. */
    SortedMap<DesiredLine, Cause> forAbuse(Map<DesiredLine, Cause> before, Set<KnownBlock> but) {
      var after = new TreeMap<DesiredLine, Cause>();
      before.forEach(
          (line, cause) -> {
            Long block = blocks.apply(line);
            if (block == null || but.contains(new KnownBlock(line.key(), block))) {
              after.put(line, cause);
            }
          });
      denials.forEach(
          (line, cause) -> {
            if (!but.contains(new KnownBlock(line.key(), cause.id()))) {
              after.putIfAbsent(line, cause);
            }
          });
      return after;
    }
  }

  /** An address, by its key, that is blocked in that case. */
  record KnownBlock(String key, long caseId) {}

  /**
   * @throws UnauthorisedState if the state would do what nobody decided
   */
  Wanted compute(EnforcementTarget target) {
    return switch (target) {
      case FIREWALL -> firewall();
      case RELAY -> relay();
    };
  }

  private Wanted firewall() {
    var facts = firewalls.facts();
    Map<? extends DesiredLine, Cause> lines = FirewallState.of(facts).lines();
    return new Wanted(
        new TreeMap<>(lines),
        line ->
            line instanceof FirewallLine state && state.opened() != null
                ? facts.blocked().get(state.opened().destination())
                : null,
        Map.of());
  }

  /** A client is denied at once; that it may send again waits like anything else. */
  private Wanted relay() {
    var lines = RelayState.of(relays.facts()).lines();
    var denials = new TreeMap<>(lines);
    denials.keySet().removeIf(line -> line.kind() != RelayLine.Kind.DENY);
    Map<? extends DesiredLine, Cause> all = lines;
    return new Wanted(new TreeMap<>(all), line -> null, denials);
  }
}
