package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.poort25.abuse.DeniedClient;
import nl.poort25.abuse.OpenCaseQueries;
import nl.poort25.mailservice.ActiveServices;
import nl.poort25.network.Cidr;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.state.RelayLine;
import nl.poort25.web.MalformedInput;

/** Gathers the facts that the state of the relays is computed from. */
@ApplicationScoped
@Transactional
class RelayFactsQuery {
  private ActiveServices services;
  private ResolvedDestinations destinations;
  private OpenCaseQueries abuse;
  private ProviderMailServers servers;
  private List<Cidr> store;
  private String postmaster;

  protected RelayFactsQuery() {}

  /**
   * @throws IllegalStateException if a setting has anything but addresses
   */
  @Inject
  RelayFactsQuery(
      ActiveServices services,
      ResolvedDestinations destinations,
      OpenCaseQueries abuse,
      ProviderMailServers servers,
      Settings settings) {
    this.services = services;
    this.destinations = destinations;
    this.abuse = abuse;
    this.servers = servers;
    store = store(settings);
    postmaster = postmaster(settings);
  }

  /** The provider's contact where none is named, if that is an address. */
  private static String postmaster(Settings settings) {
    String named = settings.text(Setting.RELAY_POSTMASTER);
    String text = named.isBlank() ? settings.text(Setting.CONTACT) : named;
    String address = text.strip().toLowerCase(Locale.ROOT);
    try {
      return RelayLine.postmaster(address).address();
    } catch (IllegalArgumentException e) {
      if (named.isBlank()) {
        return null;
      }
      throw new IllegalStateException(
          Setting.RELAY_POSTMASTER.key() + ": no address of mail: " + named, e);
    }
  }

  private static List<Cidr> store(Settings settings) {
    var texts = settings.list(Setting.RELAY_MAILSTORE);
    try {
      var hosts = texts.stream().map(Cidr::parseAddress).distinct().toList();
      if (hosts.size() <= RelayLine.MOST_HOSTS) {
        return hosts;
      }
    } catch (MalformedInput e) {
      // told below, as too many are
    }
    throw new IllegalStateException(
        "%s: not 1 to %d addresses: %s"
            .formatted(Setting.RELAY_MAILSTORE.key(), RelayLine.MOST_HOSTS, texts));
  }

  /** What the lines of no name are made of. */
  RelayFacts ofNoName() {
    return new RelayFacts(List.of(), Map.of(), denied(), store, null);
  }

  /** What the lines of these names are made of. */
  RelayFacts of(Collection<String> names) {
    var inForce = services.of(names);
    var reached =
        destinations.of(
            inForce.stream()
                .map(service -> service.delivery().destination())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return new RelayFacts(inForce, reached, List.of(), store, postmaster);
  }

  /** A block for abuse does not cover the provider's own mail servers (2.5). */
  private List<DeniedClient> denied() {
    var own = servers.listed().keySet();
    return abuse.deniedClients().stream().filter(one -> !own.contains(one.client())).toList();
  }

  /** Reads what is sent to postmaster and abuse of names without such boxes; or null. */
  String postmaster() {
    return postmaster;
  }

  /** The hosts that keep mail that is fetched; empty for none. */
  List<Cidr> store() {
    return store;
  }
}
