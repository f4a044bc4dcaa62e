package nl.poort25.mailservice;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.mailservice.DestinationProblems.Obstacle;
import nl.poort25.mx.Dns;
import nl.poort25.mx.DnsAnswer;
import nl.poort25.mx.MxEvaluator;
import nl.poort25.mx.MxRecord;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.Text;

/**
 * Resolves a destination and checks that all its addresses may be delivered to (3.9). Queries the
 * DNS, so it must not be called within a transaction.
 */
@ApplicationScoped
public class DestinationLookup {
  private static final IPAddressGenerator ADDRESSES = new IPAddressGenerator();

  /** All lookups for one destination together: in a request somebody waits for them. */
  static final Duration MOST = Duration.ofSeconds(8);

  private static final Duration RELAYS_MOVE_SELDOM = Duration.ofMinutes(10);
  private static final Duration RELAYS_SILENT = Duration.ofMinutes(1);

  private Dns dns;
  private Set<String> relays;
  private Set<IPAddress> management;
  private Set<IPAddress> outsideRelays;
  private boolean documentationAllowed;

  /** What is known of the relays' addresses stays known while the DNS is silent. */
  private final Map<String, List<IPAddress>> relayAddresses = new ConcurrentHashMap<>();

  /** Those of which the DNS has said whether they have addresses. */
  private final Set<String> relaysHeard = ConcurrentHashMap.newKeySet();

  /** By {@link System#nanoTime()}; null before the first time. */
  private volatile Long relaysLookedUpAt;

  LongSupplier nanos = System::nanoTime;
  private final ReentrantLock lookingUpRelays = new ReentrantLock();

  protected DestinationLookup() {}

  @Inject
  public DestinationLookup(Dns dns, Settings settings) {
    this.dns = dns;
    relays =
        MxEvaluator.of(settings).wanted().stream()
            .map(MxRecord::host)
            .collect(Collectors.toUnmodifiableSet());
    management = prefixes(settings, Setting.MANAGEMENT_PREFIXES);
    outsideRelays = prefixes(settings, Setting.RELAY_ADDRESSES);
    documentationAllowed = settings.flag(Setting.DEMO);
    reachability(); // says at once what is wrong with the settings
  }

  private static Set<IPAddress> prefixes(Settings settings, Setting setting) {
    return settings.list(setting).stream()
        .map(text -> new IPAddressString(text).getAddress())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Where mail may go, as the tables of the relays need it: every address that the destination
   * leads to must pass. While the relays' own addresses are not known, nothing is said to pass.
   */
  public DestinationCheck passage(Destination destination) {
    lookUpRelays(RELAYS_SILENT, nanos.getAsLong() + MOST.toNanos());
    String text = destination.toString();
    if (destination.address().isPresent() || relays.contains(text)) {
      return unreachable(destination).isEmpty()
          ? passed(destination.address().stream().toList(), RELAYS_MOVE_SELDOM)
          : DestinationCheck.REFUSED;
    }
    var answer = dns.addresses(text);
    var reach = said(text, answer);
    if (answer instanceof DnsAnswer.Found<InetAddress> found && reach.obstacles().isEmpty()) {
      return passed(found.records().stream().map(DestinationLookup::address).toList(), found.ttl());
    }
    return reach.isKnown() ? DestinationCheck.REFUSED : DestinationCheck.UNKNOWN;
  }

  private DestinationCheck passed(List<IPAddress> addresses, Duration validFor) {
    return relaysHeard.containsAll(relays)
        ? DestinationCheck.to(addresses, validFor)
        : DestinationCheck.UNKNOWN;
  }

  /** While somebody waits: what is not heard within {@link #MOST} is not known now. */
  DestinationProblems look(Destination destination) {
    long end = nanos.getAsLong() + MOST.toNanos();
    String text = destination.toString();
    if (relays.contains(text)) {
      return new DestinationProblems(List.of(relay(text)), null);
    }
    // first what was asked for: where nobody answers to that, the relays need not be asked
    var answer = destination.address().isPresent() ? null : dns.addresses(text, left(end));
    if (answer instanceof DnsAnswer.Unavailable<InetAddress>) {
      return said(text, answer);
    }
    lookUpRelays(Duration.ZERO, end);
    return answer == null ? judge(destination.address().stream().toList()) : said(text, answer);
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

  private DestinationProblems said(String host, DnsAnswer<InetAddress> answer) {
    if (answer instanceof DnsAnswer.Found<InetAddress> found) {
      return relays.contains(found.owner())
          ? new DestinationProblems(List.of(relay(host)), null)
          : judge(found.records().stream().map(DestinationLookup::address).toList());
    }
    if (answer instanceof DnsAnswer.Unavailable<InetAddress> unavailable) {
      return DestinationProblems.unknown(
          Text.of(
              "mailservice.destination.unknown",
              host,
              Text.of("mx.cause." + unavailable.cause().name())));
    }
    String what = answer instanceof DnsAnswer.NxDomain ? "no-such-name" : "no-address";
    return new DestinationProblems(
        List.of(new Obstacle(host, Text.of("mailservice.destination." + what, host))), null);
  }

  private DestinationProblems judge(List<IPAddress> addresses) {
    var reachability = reachability();
    return new DestinationProblems(
        addresses.stream()
            .flatMap(
                address ->
                    reachability.objection(address).stream()
                        .map(o -> new Obstacle(address.toCanonicalString(), o.about(address))))
            .toList(),
        null);
  }

  /** What is public at all: the relays are no exception to it. */
  public DeliverableAddresses publicSpace() {
    return new DeliverableAddresses(Set.of(), management, documentationAllowed);
  }

  private DeliverableAddresses reachability() {
    var addresses =
        Stream.concat(
                outsideRelays.stream(), relayAddresses.values().stream().flatMap(List::stream))
            .collect(Collectors.toUnmodifiableSet());
    return new DeliverableAddresses(addresses, management, documentationAllowed);
  }

  // a relay that cannot be looked up now does not stop every order: the tables look again (3.9);
  // who comes while somebody looks waits for what he finds, but no longer than he may
  /**
   * @param unknown before it is asked again for a relay of which no address is known
   * @param end by {@link System#nanoTime()}
   */
  private void lookUpRelays(Duration unknown, long end) {
    if (!isTimeForRelays(unknown) || !isLockedUntil(end)) {
      return;
    }
    try {
      if (isTimeForRelays(unknown)) {
        relays.forEach(relay -> lookUp(relay, end));
        relaysLookedUpAt = nanos.getAsLong();
      }
    } finally {
      lookingUpRelays.unlock();
    }
  }

  private boolean isTimeForRelays(Duration unknown) {
    boolean known = relayAddresses.keySet().containsAll(relays);
    var pause = known ? RELAYS_MOVE_SELDOM : unknown;
    return relaysLookedUpAt == null || nanos.getAsLong() - relaysLookedUpAt >= pause.toNanos();
  }

  private boolean isLockedUntil(long end) {
    try {
      return lookingUpRelays.tryLock(left(end).toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false; // the flag is not set again: what is stored next would find it
    }
  }

  private void lookUp(String relay, long end) {
    var answer = dns.addresses(relay, left(end));
    if (answer instanceof DnsAnswer.Found<InetAddress> found) {
      relayAddresses.put(relay, found.records().stream().map(DestinationLookup::address).toList());
    }
    if (!(answer instanceof DnsAnswer.Unavailable<InetAddress>)) {
      relaysHeard.add(relay);
    }
  }

  private Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }

  private static Obstacle relay(String host) {
    return new Obstacle(host, Text.of("mailservice.destination.relay", host));
  }

  private static IPAddress address(InetAddress address) {
    return ADDRESSES.from(address.getAddress());
  }
}
