package nl.poort25.network;

import inet.ipaddr.IPAddressString;
import nl.poort25.web.Malformed;

/** Judges what was typed where an address or a prefix is asked for. */
final class TypedCidr {
  private TypedCidr() {}

  enum Fault {
    NO_ADDRESS,
    PREFIX
  }

  static Cidr parse(String typed) {
    var block = new IPAddressString(typed == null ? "" : typed.strip()).getAddress();
    if (block == null) {
      throw new Malformed("network.cidr.", Fault.NO_ADDRESS, String.valueOf(typed), "");
    }
    return Cidr.of(block.toPrefixBlock());
  }

  static Cidr parseAddress(String typed) {
    var cidr = parse(typed);
    if (!cidr.isAddress()) {
      throw new Malformed("network.cidr.", Fault.PREFIX, cidr.toString(), "");
    }
    return cidr;
  }
}
