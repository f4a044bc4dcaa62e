package nl.poort25.mailservice;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.domainname.Idna;
import nl.poort25.domainname.PastedHost;
import nl.poort25.setting.StrictAddress;
import nl.poort25.web.MalformedInput;

/** Judges what was typed where a destination is asked for. */
final class TypedDestination {
  private static final Pattern PREFIX = Pattern.compile("\\[?[0-9A-Fa-f:.]+\\]?/\\d+");
  private static final Pattern ZONE = Pattern.compile("[^%:]*:[^%:]*:[^%]*%.*");
  private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:/@]+):\\d*");
  private static final Pattern COLONS = Pattern.compile("[^:/@]*:[^:/@]*:[^/@]*");

  private TypedDestination() {}

  /** What {@link Idna} does not know to be wrong. */
  enum Fault {
    URL,
    MAIL_ADDRESS,
    ADDRESS,
    PREFIX,
    PORT,
    ZONE,
    SINGLE_LABEL
  }

  static Destination parse(String typed) {
    try {
      String text = Idna.trim(typed);
      var address = address(text);
      if (address.isPresent()) {
        return new Destination(address.get());
      }
      refuseOtherThings(text);
      return new Destination(host(text));
    } catch (Idna.Refused e) {
      boolean one = e.fault() != Idna.Fault.SEVERAL;
      throw malformed(e.fault(), e.found(), one ? suggestion(Idna.repaired(typed)) : "");
    }
  }

  /** Also in brackets and with the tag that SMTP puts before IPv6 there (RFC 5321 4.1.3). */
  private static Optional<IPAddress> address(String text) {
    String inner = isBracketed(text) ? text.substring(1, text.length() - 1) : text;
    return isTagged(inner)
        ? StrictAddress.parse(inner.substring(5)).filter(IPAddress::isIPv6)
        : StrictAddress.parse(inner);
  }

  private static void refuseOtherThings(String text) {
    if (PREFIX.matcher(text).matches()) {
      throw malformed(Fault.PREFIX, MalformedInput.toDisplayText(text), "");
    }
    if (ZONE.matcher(text).matches()) {
      throw malformed(Fault.ZONE, MalformedInput.toDisplayText(text), "");
    }
    var withPort = WITH_PORT.matcher(text);
    if (withPort.matches()) {
      String host = withPort.group(1);
      throw malformed(Fault.PORT, MalformedInput.toDisplayText(text), suggestion(host));
    }
    if (isBracketed(text) || isTagged(text) || COLONS.matcher(text).matches()) {
      String meant = isBracketed(text) ? text.substring(1, text.length() - 1) : "";
      throw malformed(Fault.ADDRESS, MalformedInput.toDisplayText(text), suggestion(meant));
    }
    PastedHost.in(text).ifPresent(TypedDestination::refusePasted);
  }

  private static MalformedInput malformed(Enum<?> fault, String found, String suggestion) {
    return new MalformedInput("mailservice.destination.", fault, found, suggestion);
  }

  private static boolean isBracketed(String text) {
    return text.startsWith("[") && text.endsWith("]");
  }

  private static boolean isTagged(String text) {
    return text.regionMatches(true, 0, "IPv6:", 0, 5);
  }

  private static void refusePasted(PastedHost pasted) {
    Fault fault =
        switch (pasted.kind()) {
          case URL -> Fault.URL;
          case MAIL_ADDRESS -> Fault.MAIL_ADDRESS;
        };
    throw malformed(fault, MalformedInput.toDisplayText(pasted.host()), suggestion(pasted.host()));
  }

  private static String host(String text) throws Idna.Refused {
    String ascii = Idna.toAscii(text);
    int lastDot = ascii.lastIndexOf('.');
    // also 2130706433 and 0x7f.1, which inet_aton takes for addresses
    if (Character.isDigit(ascii.charAt(lastDot + 1))) {
      throw malformed(Fault.ADDRESS, MalformedInput.toDisplayText(text), "");
    }
    if (lastDot < 0) {
      throw malformed(Fault.SINGLE_LABEL, MalformedInput.toDisplayText(text), "");
    }
    return ascii;
  }

  private static String suggestion(String text) {
    try {
      var address = address(text);
      return address.isPresent() ? new Destination(address.get()).toString() : host(text);
    } catch (Idna.Refused | MalformedInput e) {
      return "";
    }
  }
}
