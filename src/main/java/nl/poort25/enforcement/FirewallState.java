package nl.poort25.enforcement;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.state.FirewallLine;

/** The desired state of every firewall for TCP port 25: a pure function of the facts. */
final class FirewallState {
  private final SortedMap<FirewallLine, Cause> lines;

  private FirewallState(SortedMap<FirewallLine, Cause> lines) {
    this.lines = lines;
  }

  /**
   * @throws UnauthorisedState if it would not open exactly what was granted and is not blocked, and
   *     the mail servers of the provider
   */
  static FirewallState of(FirewallFacts facts) {
    var lines = new TreeMap<FirewallLine, Cause>();
    facts.prefixes().forEach((cidr, id) -> lines.put(FirewallLine.inside(cidr), Cause.prefix(id)));
    facts.own().forEach((cidr, id) -> lines.put(FirewallLine.own(cidr), Cause.mailServer(id)));
    facts.relays().forEach(cidr -> lines.put(FirewallLine.pass(cidr), Cause.SETTING));
    facts
        .granted()
        .forEach(
            (line, decision) -> {
              if (!facts.isBlocked(line)) {
                lines.put(FirewallLine.opening(line), Cause.decision(decision));
              }
            });
    mustOpenJust(lines.keySet(), facts);
    return new FirewallState(lines);
  }

  /** Reads the text of each line again, as a point will, and compares with what was decided. */
  private static void mustOpenJust(Collection<FirewallLine> lines, FirewallFacts facts) {
    var opened = new HashSet<Flow>();
    var own = new HashSet<Cidr>();
    for (var line : lines) {
      var read = FirewallLine.parse(line.toString());
      if (read.opened() != null) {
        opened.add(read.opened());
      }
      if (read.isOwn()) {
        own.add(read.destination());
      }
    }
    Set<Flow> decided =
        facts.granted().keySet().stream()
            .filter(line -> !facts.isBlocked(line))
            .collect(Collectors.toSet());
    if (!opened.equals(decided)) {
      opened.removeAll(decided);
      throw new UnauthorisedState(opened);
    }
    if (!own.equals(facts.own().keySet())) {
      own.removeAll(facts.own().keySet());
      throw new UnauthorisedState(own);
    }
  }

  /** In the order of their text, each with what brought it. */
  SortedMap<FirewallLine, Cause> lines() {
    return lines;
  }
}
