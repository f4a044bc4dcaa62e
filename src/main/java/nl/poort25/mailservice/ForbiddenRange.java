package nl.poort25.mailservice;

import com.google.common.collect.ImmutableList;
import inet.ipaddr.IPAddress;
import nl.poort25.text.Text;

/**
 * Why an address is no destination for mail (POLICY 3.9): ranges of the IANA special-purpose
 * registries (RFC 6890), the relays, or management prefixes. The first constant whose range
 * contains it holds.
 */
public enum ForbiddenRange {
  /** RFC 1918. */
  PRIVATE("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
  /** RFC 6598, behind a carrier's NAT. */
  SHARED("100.64.0.0/10"),
  /** RFC 1122 3.2.1.3, RFC 4291 2.5.3. */
  LOOPBACK("127.0.0.0/8", "::1/128"),
  /** RFC 3927, RFC 4291 2.5.6. */
  LINK_LOCAL("169.254.0.0/16", "fe80::/10"),
  /** RFC 5771, RFC 4291 2.7. */
  MULTICAST("224.0.0.0/4", "ff00::/8"),
  /** RFC 791 3.2, RFC 4291 2.5.2: no address yet. */
  UNSPECIFIED("0.0.0.0/8", "::/128"),
  /** RFC 1112 4, with the broadcast address of RFC 919. */
  RESERVED("240.0.0.0/4"),
  /** RFC 4291 2.5.5.2: another way to write an IPv4 address. */
  IPV4_MAPPED("::ffff:0:0/96"),
  /** RFC 4291 2.5.5.1. */
  IPV4_COMPATIBLE("::/96"),
  /** RFC 6052, RFC 8215: leads to an IPv4 address. */
  NAT64("64:ff9b::/96", "64:ff9b:1::/48"),
  /** RFC 3056, and its relays of RFC 3068. */
  SIX_TO_FOUR("2002::/16", "192.88.99.0/24"),
  /** RFC 4380. */
  TEREDO("2001::/32"),
  /** RFC 4193. */
  UNIQUE_LOCAL("fc00::/7"),
  /** RFC 3879. */
  SITE_LOCAL("fec0::/10"),
  /** RFC 6666. */
  DISCARD("100::/64"),
  /** RFC 2544, RFC 5180. */
  BENCHMARKING("198.18.0.0/15", "2001:2::/48"),
  /** RFC 5737, RFC 3849, RFC 9637. */
  DOCUMENTATION("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
  /** RFC 6890, RFC 2928: also what is left of 2001::/23, such as ORCHID. */
  PROTOCOL("192.0.0.0/24", "2001::/23"),
  /** IANA gives out IPv6 unicast from 2000::/3 only. */
  NOT_GLOBAL_UNICAST("::/3", "4000::/2", "8000::/1"),
  /** One of the provider's own relays: mail would go round. */
  RELAY,
  /** What the provider manages its network with. */
  MANAGEMENT;

  private final ImmutableList<String> ranges;

  ForbiddenRange(String... ranges) {
    this.ranges = ImmutableList.copyOf(ranges);
  }

  /** The sentence that says so of this address. */
  public Text about(IPAddress address) {
    return Text.of("mailservice.objection." + name(), address.toCanonicalString());
  }

  ImmutableList<String> ranges() {
    return ranges;
  }
}
