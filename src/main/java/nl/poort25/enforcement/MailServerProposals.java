package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.mx.RelayAddresses;
import nl.poort25.mx.RelayAddresses.RelayHost;
import nl.poort25.network.Cidr;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * Lists the addresses of the relays that should be on the list of the provider's own mail servers
 * (2.5) and are not, and proposes them.
 */
@ApplicationScoped
@Transactional
class MailServerProposals {
  @Inject RelayAddresses relays;
  @Inject ProviderMailServers servers;
  @Inject Settings settings;

  /**
   * An address that is not on the list and not proposed for it.
   *
   * @param why the host of 3.10 that leads to it, or the setting that names it
   */
  public record Proposal(Cidr address, String why) {}

  /** Those that may be proposed: inside the network, held by no partner, in no case. */
  List<Proposal> missing(Instant now) {
    return known().entrySet().stream()
        .filter(one -> servers.mayBeProposed(one.getValue().address(), now))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Map<String, Proposal> known() {
    var known = new TreeMap<String, Proposal>();
    for (String text : settings.list(Setting.RELAY_ADDRESSES)) {
      add(known, Cidr.parseAddress(text), Setting.RELAY_ADDRESSES.key());
    }
    for (var host : relays.hosts()) {
      host.addresses().forEach(address -> add(known, address, host.host()));
    }
    return known;
  }

  private static void add(Map<String, Proposal> known, Cidr address, String why) {
    known.put(address.firstKey(), new Proposal(address, why));
  }

  /** The hosts of 3.10 that could not be looked up. */
  List<String> unknown() {
    return relays.hosts().stream().filter(h -> !h.isKnown()).map(RelayHost::host).toList();
  }

  /** Which hosts of 3.10 lead to each address. */
  Map<String, String> hostsByAddress() {
    return relays.hosts().stream()
        .flatMap(host -> host.addresses().stream().map(a -> Map.entry(a.toString(), host.host())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a + ", " + b));
  }

  /**
   * Proposes all that are missing.
   *
   * @return how many those were
   */
  int propose(long by, Instant now) {
    var missing = missing(now);
    missing.forEach(one -> servers.propose(one.address(), one.why(), by, now));
    return missing.size();
  }
}
