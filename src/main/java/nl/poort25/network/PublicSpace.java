package nl.poort25.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * Public unicast address space, as a registry can assign it. Documentation space counts as public,
 * since the demo world lives in it.
 */
public final class PublicSpace {
  private static final List<Cidr> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8", // RFC 1122
              "10.0.0.0/8", // RFC 1918
              "100.64.0.0/10", // RFC 6598
              "127.0.0.0/8",
              "169.254.0.0/16", // RFC 3927
              "172.16.0.0/12",
              "192.0.0.0/24", // RFC 6890
              "192.168.0.0/16",
              "224.0.0.0/3") // multicast and reserved
          .map(Cidr::of)
          .toList();

  /** IANA gives out unicast from here only. */
  private static final Cidr IPV6 = Cidr.of("2000::/3");

  private PublicSpace() {}

  /** Whether all of it is public. */
  public static boolean contains(Cidr cidr) {
    return cidr.isIpv6()
        ? IPV6.contains(cidr)
        : NOT_PUBLIC.stream().noneMatch(block -> block.overlaps(cidr));
  }
}
