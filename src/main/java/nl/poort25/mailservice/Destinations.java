package nl.poort25.mailservice;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.poort25.mailservice.Reach.Obstacle;
import nl.poort25.mx.Answer;
import nl.poort25.mx.Dns;
import nl.poort25.mx.MxJudge;
import nl.poort25.mx.MxRecord;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;
import nl.poort25.web.Text;

/**
 * Looks where a destination leads at this moment (3.9). Asks the DNS, so never within a
 * transaction.
 */
@ApplicationScoped
public class Destinations {
  private static final IPAddressGenerator ADDRESSES = new IPAddressGenerator();
  private static final Duration RELAYS_MOVE_SELDOM = Duration.ofMinutes(10);

  private Dns dns;
  private Set<String> relays;
  private Set<IPAddress> management;
  private boolean documentationAllowed;

  /** What is known of the relays' addresses stays known while the DNS is silent. */
  private final Map<String, List<IPAddress>> relayAddresses = new ConcurrentHashMap<>();

  private volatile Instant relaysLookedUpAt = Instant.EPOCH;

  protected Destinations() {}

  @Inject
  public Destinations(Dns dns, Settings settings) {
    this.dns = dns;
    relays =
        MxJudge.of(settings).wanted().stream()
            .map(MxRecord::host)
            .collect(Collectors.toUnmodifiableSet());
    management =
        settings.list(Setting.MANAGEMENT_PREFIXES).stream()
            .map(Destinations::prefix)
            .collect(Collectors.toUnmodifiableSet());
    documentationAllowed = settings.flag(Setting.DEMO);
    reachability(); // says at once what is wrong with the settings
  }

  private static IPAddress prefix(String text) {
    var address = new IPAddressString(text).getAddress();
    if (address == null) {
      throw new IllegalStateException(
          Setting.MANAGEMENT_PREFIXES.key() + ": no address or prefix: " + text);
    }
    return address;
  }

  Reach look(Destination destination, Instant now) {
    lookUpRelays(now);
    String text = destination.toString();
    if (relays.contains(text)) {
      return new Reach(List.of(relay(text)), null);
    }
    return destination
        .address()
        .map(address -> judge(List.of(address)))
        .orElseGet(() -> resolve(text));
  }

  /** What is wrong with it as far as it can be told without the DNS, as within a transaction. */
  List<String> unreachable(Destination destination) {
    String text = destination.toString();
    if (relays.contains(text)) {
      return List.of(text);
    }
    return destination
        .address()
        .map(address -> judge(List.of(address)).unreachable())
        .orElse(List.of());
  }

  private Reach resolve(String host) {
    var answer = dns.addresses(host);
    if (answer instanceof Answer.Found<InetAddress> found) {
      return relays.contains(found.owner())
          ? new Reach(List.of(relay(host)), null)
          : judge(found.records().stream().map(Destinations::address).toList());
    }
    if (answer instanceof Answer.Unavailable<InetAddress> unavailable) {
      return Reach.unknown(
          Text.of(
              "mailservice.destination.unknown",
              host,
              Text.of("mx.cause." + unavailable.cause().name())));
    }
    String what = answer instanceof Answer.NoName ? "no-such-name" : "no-address";
    return new Reach(
        List.of(new Obstacle(host, Text.of("mailservice.destination." + what, host))), null);
  }

  private Reach judge(List<IPAddress> addresses) {
    var reachability = reachability();
    return new Reach(
        addresses.stream()
            .flatMap(
                address ->
                    reachability.objection(address).stream()
                        .map(o -> new Obstacle(address.toCanonicalString(), o.about(address))))
            .toList(),
        null);
  }

  /** What is public at all: the relays are no exception to it. */
  public Reachability publicSpace() {
    return new Reachability(Set.of(), management, documentationAllowed);
  }

  private Reachability reachability() {
    var addresses =
        relayAddresses.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    return new Reachability(addresses, management, documentationAllowed);
  }

  // a relay that cannot be looked up now does not stop every order: the tables look again (3.9)
  private void lookUpRelays(Instant now) {
    if (now.isBefore(relaysLookedUpAt.plus(RELAYS_MOVE_SELDOM))) {
      return;
    }
    relaysLookedUpAt = now;
    for (String relay : relays) {
      if (dns.addresses(relay) instanceof Answer.Found<InetAddress> found) {
        relayAddresses.put(relay, found.records().stream().map(Destinations::address).toList());
      }
    }
  }

  private static Obstacle relay(String host) {
    return new Obstacle(host, Text.of("mailservice.destination.relay", host));
  }

  private static IPAddress address(InetAddress address) {
    return ADDRESSES.from(address.getAddress());
  }
}
