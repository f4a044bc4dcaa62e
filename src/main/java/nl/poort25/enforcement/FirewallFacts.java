package nl.poort25.enforcement;

import java.util.Map;
import java.util.Set;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;

/**
 * All that the state of the firewalls depends on.
 *
 * @param granted what is to be open, with the id of the decision that says so
 * @param blocked addresses in open abuse cases, with the id of the case: nothing opens them (4.14)
 * @param prefixes of the provider, with their ids
 * @param own mail servers of the provider, with their ids: open whatever else was decided (2.5)
 * @param relays outside the prefixes, whose mail passes all the same
 */
record FirewallFacts(
    Map<Flow, Long> granted,
    Map<Cidr, Long> blocked,
    Map<Cidr, Long> prefixes,
    Map<Cidr, Long> own,
    Set<Cidr> relays) {
  FirewallFacts {
    granted = Map.copyOf(granted);
    blocked = Map.copyOf(blocked);
    prefixes = Map.copyOf(prefixes);
    own = Map.copyOf(own);
    relays = Set.copyOf(relays);
  }

  boolean isBlocked(Flow line) {
    return blocked.containsKey(line.destination());
  }
}
