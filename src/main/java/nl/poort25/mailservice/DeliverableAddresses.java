package nl.poort25.mailservice;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that mail may be delivered to: public unicast outside the provider's relays and
 * management prefixes (POLICY 3.9). It takes the parsed address, since java.net.InetAddress turns
 * an IPv4-mapped one into IPv4.
 *
 * @param relays addresses or prefixes
 * @param management addresses or prefixes
 * @param documentationAllowed for the demo world, which lives in documentation space
 */
public record DeliverableAddresses(
    Set<IPAddress> relays, Set<IPAddress> management, boolean documentationAllowed) {
  private static final Map<ForbiddenRange, List<IPAddress>> RANGES =
      Arrays.stream(ForbiddenRange.values())
          .collect(
              Collectors.toMap(
                  objection -> objection,
                  objection ->
                      objection.ranges().stream()
                          .map(range -> new IPAddressString(range).getAddress())
                          .toList()));

  /** Refuses a prefix with host bits: it would stand for one address. */
  public DeliverableAddresses {
    relays = Set.copyOf(relays);
    management = Set.copyOf(management);
    Stream.concat(relays.stream(), management.stream())
        .filter(range -> range.isPrefixed() && !range.equals(range.toPrefixBlock()))
        .findAny()
        .ifPresent(
            range -> {
              throw new IllegalArgumentException("host bits in prefix " + range);
            });
  }

  /** Empty if mail may go there; the prefix length and zone of the address do not count. */
  public Optional<ForbiddenRange> objection(IPAddress typed) {
    IPAddress address = bare(typed);
    if (address.isMultiple()) {
      throw new IllegalArgumentException("not one address: " + typed);
    }
    return Stream.of(ForbiddenRange.values()).filter(o -> holds(o, address)).findFirst();
  }

  private boolean holds(ForbiddenRange objection, IPAddress address) {
    return switch (objection) {
      case RELAY -> covers(relays, address);
      case MANAGEMENT -> covers(management, address);
      case DOCUMENTATION -> !documentationAllowed && covers(RANGES.get(objection), address);
      default -> covers(RANGES.get(objection), address);
    };
  }

  private static boolean covers(Collection<IPAddress> ranges, IPAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static IPAddress bare(IPAddress address) {
    IPAddress single = address.withoutPrefixLength();
    return single.isIPv6() ? single.toIPv6().removeZone() : single;
  }
}
