package nl.poort25.setting;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One address in the one way of writing that every program reads alike. */
public final class StrictAddress {
  // a leading zero reads as octal in one program and as decimal in the next (RFC 6943 3.1.1)
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowMask(false)
          .allowPrefix(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .allowUnlimitedLeadingZeros(false)
          .getEmbeddedIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getEmbeddedIPv4AddressParentBuilder()
          .getParentBuilder()
          .toParams();

  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

  private static final Pattern PREFIX = Pattern.compile("([^/]+)/(\\d{1,3})");

  private StrictAddress() {}

  /** Empty for anything but four decimal numbers, or IPv6 as in RFC 4291 2.2 without a zone. */
  public static Optional<IPAddress> parse(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IPAddressString(literal, STRICT).toAddress());
    } catch (AddressStringException e) {
      return Optional.empty();
    }
  }

  /** The same, or such an address with the length of a prefix that it is the first one of. */
  public static Optional<IPAddress> parsePrefix(String literal) {
    Matcher prefix = PREFIX.matcher(literal);
    return prefix.matches()
        ? parse(prefix.group(1)).flatMap(address -> block(address, prefix.group(2)))
        : parse(literal);
  }

  private static Optional<IPAddress> block(IPAddress first, String bits) {
    int length = Integer.parseInt(bits);
    if (length < 1 || length > first.getBitCount()) {
      return Optional.empty();
    }
    return Optional.of(first.toPrefixBlock(length))
        .filter(block -> block.getLower().withoutPrefixLength().equals(first));
  }
}
