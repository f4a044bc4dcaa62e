package nl.poort25.abusereport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.poort25.network.Cidr;
import nl.poort25.web.MalformedInput;

/**
 * An address as mail programs write it: bare, or as a literal of RFC 5321 4.1.3, with or without a
 * port.
 *
 * @param port or null
 */
record AddressLiteral(Cidr address, Integer port) {
  private static final String PORT = "(?::([0-9]{1,5}))?";
  private static final Pattern V4 = Pattern.compile("\\[?([0-9.]{7,15})" + PORT + "]?" + PORT);
  private static final Pattern V6 = Pattern.compile("([0-9a-f:.]{2,45})");
  private static final Pattern V6_LITERAL =
      Pattern.compile("\\[(?:ipv6:)?([0-9a-f:.]{2,45})]" + PORT);

  /** Of two that are one: how IPv4 looks to a socket of IPv6. */
  private static final String MAPPED = "::ffff:";

  private static final int HIGHEST_PORT = 65535;

  /** Nothing where it is none; a name is never looked up. */
  static Optional<AddressLiteral> of(String written) {
    String text = MailDate.withoutComments(written).strip().toLowerCase(java.util.Locale.ROOT);
    if (text.startsWith("ipv6:")) {
      text = text.substring("ipv6:".length());
    }
    var literal = V6_LITERAL.matcher(text);
    if (literal.matches() && literal.group(1).contains(":")) {
      var inside = of(literal.group(1));
      if (inside.isPresent() && !V4.matcher(literal.group(1)).matches()) {
        return inside.flatMap(found -> found.with(literal.group(2)));
      }
    }
    var v4 = V4.matcher(text);
    if (v4.matches()) {
      return address(v4.group(1)).flatMap(found -> found.with(port(v4)));
    }
    return V6.matcher(text).matches() && text.contains(":") ? address(text) : Optional.empty();
  }

  private static String port(Matcher v4) {
    return v4.group(2) == null ? v4.group(3) : v4.group(2);
  }

  private static Optional<AddressLiteral> address(String text) {
    boolean isMapped = text.startsWith(MAPPED) && text.contains(".");
    try {
      String plain = isMapped ? text.substring(MAPPED.length()) : text;
      return Optional.of(new AddressLiteral(Cidr.parseAddress(plain), null));
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }

  /** Nothing where there is no such port. */
  private Optional<AddressLiteral> with(String digits) {
    if (digits == null) {
      return Optional.of(this);
    }
    int number = Integer.parseInt(digits);
    return number > HIGHEST_PORT
        ? Optional.empty()
        : Optional.of(new AddressLiteral(address, number));
  }
}
