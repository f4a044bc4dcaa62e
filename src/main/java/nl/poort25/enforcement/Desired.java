package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The state that what was decided asks of a target. */
@ApplicationScoped
@Transactional
class Desired {
  @Inject FirewallDecisions firewalls;
  @Inject RelayDecisions relays;

  /**
   * @param lines each with what brought it
   * @param kept whether abuse leaves a line as it is
   * @param denials lines that abuse brings
   */
  record Wanted(
      SortedMap<DesiredLine, Cause> lines,
      Predicate<DesiredLine> kept,
      Map<? extends DesiredLine, Cause> denials) {

    /** Those lines with just what abuse asks for, and nothing else of what was decided since. */
    SortedMap<DesiredLine, Cause> forAbuse(Map<DesiredLine, Cause> before) {
      var after = new TreeMap<DesiredLine, Cause>();
      before.forEach(
          (line, cause) -> {
            if (kept.test(line)) {
              after.put(line, cause);
            }
          });
      denials.forEach(after::putIfAbsent);
      return after;
    }
  }

  /**
   * @throws Undecided if the state would do what nobody decided
   */
  Wanted of(Target target) {
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
            !(line instanceof StateLine state)
                || state.opened() == null
                || !facts.isBlocked(state.opened()),
        Map.of());
  }

  /** A client is denied at once; that it may send again waits like anything else. */
  private Wanted relay() {
    var lines = RelayState.of(relays.facts()).lines();
    var denials = new TreeMap<>(lines);
    denials.keySet().removeIf(line -> line.kind() != RelayLine.Kind.DENY);
    Map<? extends DesiredLine, Cause> all = lines;
    return new Wanted(new TreeMap<>(all), line -> true, denials);
  }
}
