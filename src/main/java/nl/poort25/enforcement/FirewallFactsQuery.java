package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.exemption.Openings;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.network.ProviderPrefix;
import nl.poort25.network.ProviderPrefixes;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/** Gathers the facts that the state of the firewalls is computed from. */
@ApplicationScoped
@Transactional
class FirewallFactsQuery {
  @Inject Openings openings;
  @Inject OpenCaseQueries abuse;
  @Inject ProviderPrefixes prefixes;
  @Inject ProviderMailServers servers;
  @Inject Settings settings;

  FirewallFacts facts() {
    Map<Flow, Long> granted = openings.granted();
    Map<Cidr, Long> blocked = abuse.blocked();
    var inside = new HashMap<Cidr, Long>();
    for (ProviderPrefix prefix : prefixes.current()) {
      inside.put(prefix.getCidr(), prefix.getId());
    }
    return new FirewallFacts(granted, blocked, inside, servers.listed(), relays());
  }

  private Set<Cidr> relays() {
    return settings.list(Setting.RELAY_ADDRESSES).stream()
        .map(Cidr::parseAddress)
        .collect(Collectors.toSet());
  }
}
