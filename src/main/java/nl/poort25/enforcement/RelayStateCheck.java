package nl.poort25.enforcement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.network.Cidr;
import nl.poort25.state.RelayLine;

/**
 * Checks a computed state of the relays: parses each line again, as a relay will, and compares the
 * result with what was decided. It shares no code with what made the lines.
 */
final class RelayStateCheck {
  /** Where mail of a name may go; for a name that is kept, nowhere. */
  private final Map<String, Set<Cidr>> hosts = new HashMap<>();

  private final Set<String> boxes = new HashSet<>();
  private final Map<Cidr, String> denied = new HashMap<>();

  /** Of the store. */
  private final List<Cidr> store;

  private final String postmaster;

  private RelayStateCheck(RelayFacts facts) {
    var kept = new HashSet<String>();
    var delivered = new HashSet<String>();
    for (var service : facts.services()) {
      if (!service.proven()) {
        continue;
      }
      var delivery = service.delivery();
      if (delivery.isDelivered()) {
        delivered.add(service.name());
        var reached = facts.reached().getOrDefault(delivery.destination(), List.of());
        if (!reached.isEmpty()) {
          hosts.computeIfAbsent(service.name(), name -> new HashSet<>()).addAll(reached);
        }
      } else if (!facts.store().isEmpty()) {
        kept.add(service.name());
        boxes.add(delivery.localPart() + "@" + service.name());
      }
    }
    kept.removeAll(delivered);
    kept.forEach(name -> hosts.put(name, Set.of()));
    store = facts.store();
    postmaster = facts.postmaster();
    facts.denied().forEach(d -> denied.put(d.client(), d.number()));
  }

  /**
   * @throws UnauthorisedState if names, hosts, recipients and denied clients are not just those
   *     decided
   */
  static void mustBeJust(Collection<RelayLine> lines, RelayFacts facts) {
    var decided = new RelayStateCheck(facts);
    var names = new HashSet<String>();
    var refused = new HashMap<Cidr, String>();
    var wrong = new HashSet<RelayLine>();
    var store = List.<Cidr>of();
    for (var line : lines) {
      var read = RelayLine.parse(line.toString());
      boolean right =
          switch (read.kind()) {
            case DENY -> refused.put(read.client(), read.caseNumber()) == null;
            case DOMAIN -> names.add(read.name()) && decided.hosts(read).containsAll(read.hosts());
            case MAILSTORE -> names.add(read.name()) && decided.hosts(read).isEmpty();
            case RECIPIENT -> decided.boxes.contains(read.address());
            case POSTMASTER -> read.address().equals(decided.postmaster);
            case STORE -> store.isEmpty() && read.hosts().equals(decided.store);
          };
      store = read.kind() == RelayLine.Kind.STORE ? read.hosts() : store;
      if (!right) {
        wrong.add(read);
      }
    }
    if (!wrong.isEmpty()
        || !refused.equals(decided.denied)
        || !store.equals(decided.store)
        || (decided.postmaster != null
            && has(lines, RelayLine.Kind.RECIPIENT) != has(lines, RelayLine.Kind.POSTMASTER))
        || !names.equals(decided.hosts.keySet())) {
      throw new UnauthorisedState(wrong);
    }
  }

  private static boolean has(Collection<RelayLine> lines, RelayLine.Kind kind) {
    return lines.stream().anyMatch(line -> line.kind() == kind);
  }

  private Set<Cidr> hosts(RelayLine line) {
    return hosts.getOrDefault(line.name(), Set.of());
  }
}
