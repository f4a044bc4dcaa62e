package nl.poort25.network;

import inet.ipaddr.IPAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.network.NetworkImport.Kind;
import nl.poort25.network.PrefixFile.Fault;
import nl.poort25.network.PrefixFile.Finds;
import nl.poort25.web.Malformed;
import nl.poort25.web.StrictAddress;

/**
 * Reads inetnum and inet6num objects in RPSL (RFC 2622), as the RIPE database shows them. The key
 * of an inetnum is a range of addresses, that of an inet6num a prefix.
 */
final class InetnumReader {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*:(.*)", Pattern.DOTALL);
  private static final Pattern RANGE = Pattern.compile("(\\S+)\\s*-\\s*(\\S+)");

  private static final int LONGEST_RANGE = 100;

  private final Finds finds = new Finds();
  private int keyLine;
  private String type;
  private String key = "";
  private String status;
  private String last = "";

  PrefixFile read(String text) {
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isBlank()) {
        end();
      } else if (!line.startsWith("%") && !line.startsWith("#")) {
        int at = number;
        finds.read(at, line, () -> line(at, line));
      }
    }
    end();
    return finds.as(Kind.INETNUM, "inetnum, inet6num");
  }

  private void line(int number, String line) {
    if (" \t+".indexOf(line.charAt(0)) >= 0) {
      goOn(withoutComment(line.substring(1)));
      return;
    }
    var matcher = ATTRIBUTE.matcher(line);
    if (!matcher.matches()) {
      finds.fault(number, line, Fault.ATTRIBUTE);
      return;
    }
    last = matcher.group(1).toLowerCase(Locale.ROOT);
    String value = withoutComment(matcher.group(2));
    if (type == null) {
      type = last;
      keyLine = number;
      key = value;
    } else if (last.equals("status")) {
      status = value;
    }
  }

  /** A value may go on at the next line. */
  private void goOn(String more) {
    if (last.equals(type)) {
      key = (key + " " + more).strip();
    } else if (last.equals("status") && status != null) {
      status = (status + " " + more).strip();
    }
  }

  private static String withoutComment(String value) {
    int comment = value.indexOf('#');
    return (comment < 0 ? value : value.substring(0, comment)).strip();
  }

  private void end() {
    if (type != null) {
      finds.read(keyLine, type + ": " + Malformed.shown(key), this::object);
    }
    type = null;
    key = "";
    status = null;
    last = "";
  }

  private void object() {
    boolean v4 = type.equals("inetnum");
    String shown = type + ": " + key;
    if (!v4 && !type.equals("inet6num")) {
      finds.skip();
    } else if (status == null) {
      finds.fault(keyLine, shown, Fault.NO_STATUS);
    } else if (!isGivenOut()) {
      finds.skip();
    } else if (v4) {
      range(shown);
    } else {
      prefix(shown);
    }
  }

  /** ALLOCATED PA and the like; what a customer passes on lies within it anyway. */
  private boolean isGivenOut() {
    String upper = status.toUpperCase(Locale.ROOT);
    return upper.startsWith("ALLOCATED") || upper.startsWith("ASSIGNED");
  }

  private void range(String shown) {
    // of a long run of hyphens the pattern would try each as the one in the middle
    var matcher = RANGE.matcher(key);
    if (key.length() > LONGEST_RANGE || !matcher.matches()) {
      finds.fault(keyLine, shown, Fault.RANGE, Malformed.shown(key));
      return;
    }
    var from = ipv4(matcher.group(1));
    var to = ipv4(matcher.group(2));
    if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) > 0) {
      finds.fault(keyLine, shown, Fault.RANGE, Malformed.shown(key));
    } else {
      finds.range(keyLine, shown, from.get(), to.get());
    }
  }

  private static Optional<IPAddress> ipv4(String text) {
    return StrictAddress.parse(text).filter(IPAddress::isIPv4);
  }

  private void prefix(String shown) {
    try {
      var cidr = Cidr.parse(key);
      if (cidr.isIpv6()) {
        finds.prefix(keyLine, shown, cidr);
      } else {
        finds.fault(keyLine, shown, Fault.ADDRESS, cidr);
      }
    } catch (Malformed e) {
      finds.fault(LineFault.of(keyLine, shown, e));
    }
  }
}
