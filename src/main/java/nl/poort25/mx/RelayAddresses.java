package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.poort25.network.Cidr;
import nl.poort25.round.Round;
import nl.poort25.round.Rounds;

/**
 * Where the hosts of the provider's MX (3.10) lead, looked up in the background and remembered:
 * nobody who asks waits for the DNS.
 */
@ApplicationScoped
public class RelayAddresses {
  /**
   * So long an answer counts; a host that leads nowhere, or is not known, is asked for each round.
   */
  private static final Duration FRESH = Duration.ofMinutes(2);

  @Inject Dns dns;
  @Inject ConfiguredRelays relays;
  @Inject Rounds rounds;
  @Inject InstantSource clock;
  private final Map<String, RelayHost> found = new ConcurrentHashMap<>();

  void start(@Observes Startup event) {
    rounds.start(Round.RELAYS, "the provider's MX could not be looked up", turn -> round());
  }

  /** Each host of 3.10, in the order of their preference; at once. */
  public List<RelayHost> hosts() {
    return names().stream()
        .map(host -> found.getOrDefault(host, RelayHost.notLookedUp(host)))
        .toList();
  }

  private List<String> names() {
    return relays.judge().wanted().stream().map(MxRecord::host).distinct().toList();
  }

  private void round() {
    var now = clock.instant();
    for (String host : names()) {
      var last = found.get(host);
      if (last == null || !last.isKnown() || last.addresses().isEmpty() || isOver(last, now)) {
        found.merge(host, RelayHost.of(host, dns.addresses(host), now), RelayHost::or);
      }
    }
  }

  // a clock that was set back must not keep an answer for ever
  private static boolean isOver(RelayHost last, Instant now) {
    return last.at().plus(FRESH).isBefore(now) || last.at().isAfter(now);
  }

  /**
   * A host of 3.10.
   *
   * @param addresses where it leads; where it could not be looked up, those known before
   * @param unknown why it could not be looked up; null where the DNS answered, or was not asked yet
   * @param at when the DNS was asked; null where it was not yet
   */
  public record RelayHost(String host, List<Cidr> addresses, DnsAnswer.Cause unknown, Instant at) {
    public RelayHost {
      addresses = List.copyOf(addresses);
    }

    static RelayHost notLookedUp(String host) {
      return new RelayHost(host, List.of(), null, null);
    }

    static RelayHost of(String host, DnsAnswer<InetAddress> answer, Instant now) {
      if (answer instanceof DnsAnswer.Unavailable<InetAddress> silent) {
        return new RelayHost(host, List.of(), silent.cause(), now);
      }
      return new RelayHost(
          host,
          answer instanceof DnsAnswer.Found<InetAddress> some
              ? some.records().stream()
                  .map(address -> Cidr.of(address.getHostAddress()))
                  .distinct()
                  .toList()
              : List.of(),
          null,
          now);
    }

    /** What is known after a later look. */
    RelayHost or(RelayHost later) {
      return later.isKnown() ? later : new RelayHost(host, addresses, later.unknown, later.at);
    }

    /** Whether the DNS said where it leads, or that it leads nowhere. */
    public boolean isKnown() {
      return at != null && unknown == null;
    }
  }
}
