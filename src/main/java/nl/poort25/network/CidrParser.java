package nl.poort25.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.setting.StrictAddress;
import nl.poort25.web.MalformedInput;

/**
 * Parses a typed address or prefix. A prefix with host bits is refused, not corrected: a firewall
 * that corrects it opens 256 hosts where one was meant.
 */
final class CidrParser {
  private static final int LONGEST = 100;
  private static final Pattern SPACE_AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

  /** IPv4 in IPv6 and tunnels: they reach an IPv4 host by another name, past every list of IPv4. */
  private static final List<IPAddress> EMBEDDING =
      List.of(
          block("::ffff:0:0", 96), // mapped, RFC 4291
          block("::ffff:0:0:0", 96), // translated, RFC 2765
          block("64:ff9b::", 96), // NAT64, RFC 6052
          block("64:ff9b:1::", 48), // NAT64, RFC 8215
          block("2002::", 16), // 6to4
          block("2001::", 32)); // Teredo

  private CidrParser() {}

  /** Of several the first in this order is told. */
  enum Fault {
    EMPTY,
    TOO_LONG,
    BRACKETS,
    ZONE,
    RANGE,
    COMMAS,
    MASK,
    SPACE,
    LENGTH,
    EMBEDDED,
    HOST_BITS,
    PREFIX,
    PORT,
    LEADING_ZERO,
    SHORT,
    HOST_NAME,
    NO_ADDRESS
  }

  static Cidr parse(String typed) {
    String text = trimmed(typed);
    int slash = text.indexOf('/');
    var address = StrictAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      throw CidrSuggestions.refusal(text);
    }
    return block(text, address.get(), slash < 0 ? null : text.substring(slash + 1));
  }

  static Cidr parseAddress(String typed) {
    Cidr cidr;
    try {
      cidr = parse(typed);
    } catch (MalformedInput e) {
      throw e.hasFault(Fault.HOST_BITS) ? prefix(trimmed(typed)) : e;
    }
    if (!cidr.isAddress()) {
      throw prefix(trimmed(typed));
    }
    return cidr;
  }

  private static String trimmed(String typed) {
    if (typed != null && typed.length() > LONGEST) {
      throw malformed(Fault.TOO_LONG, typed, "");
    }
    String text = typed == null ? "" : SPACE_AROUND.matcher(typed).replaceAll("");
    if (text.isEmpty()) {
      throw malformed(Fault.EMPTY, "", "");
    }
    return text;
  }

  private static Cidr block(String text, IPAddress address, String length) {
    int bits = address.getBitCount();
    if (length != null) {
      if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits) {
        throw CidrSuggestions.refusalOfLength(text, address, length);
      }
      bits = Integer.parseInt(length);
    }
    if (isEmbedding(address)) {
      throw malformed(Fault.EMBEDDED, text, embedded(address.toIPv6(), bits));
    }
    var block = address.toPrefixBlock(bits);
    if (!block.getLower().withoutPrefixLength().equals(address)) {
      throw malformed(Fault.HOST_BITS, text, Cidr.of(block).toString());
    }
    return Cidr.of(block);
  }

  private static boolean isEmbedding(IPAddress address) {
    if (!address.isIPv6()) {
      return false;
    }
    // ::192.0.2.1, but not :: and ::1, which are what they look like
    boolean compatible = address.toIPv6().isIPv4Compatible() && address.getValue().bitLength() > 16;
    return compatible || EMBEDDING.stream().anyMatch(block -> block.contains(address));
  }

  /** Only a mapped address surely means the IPv4 address in it. */
  private static String embedded(IPv6Address address, int bits) {
    return address.isIPv4Mapped() && bits >= 96
        ? suggestion(address.getEmbeddedIPv4Address() + "/" + (bits - 96))
        : "";
  }

  private static MalformedInput prefix(String text) {
    return malformed(Fault.PREFIX, text, text.substring(0, text.indexOf('/')));
  }

  private static IPAddress block(String address, int bits) {
    return StrictAddress.parse(address).orElseThrow().toPrefixBlock(bits);
  }

  static MalformedInput malformed(Fault fault, String found, String suggestion) {
    return new MalformedInput(
        "network.cidr.", fault, MalformedInput.toDisplayText(found), suggestion);
  }

  /** The first of these that would be taken as it is, in its canonical form; or empty. */
  static String suggestion(String... texts) {
    return Arrays.stream(texts).flatMap(text -> taken(text).stream()).findFirst().orElse("");
  }

  private static Optional<String> taken(String text) {
    try {
      return Optional.of(parse(text).toString());
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }
}
