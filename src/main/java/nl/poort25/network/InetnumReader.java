package nl.poort25.network;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.imports.FileImport.Kind;
import nl.poort25.imports.FileLine;
import nl.poort25.imports.LineFault;
import nl.poort25.imports.SkippedRecord.Reason;
import nl.poort25.network.PrefixFile.Fault;
import nl.poort25.network.PrefixFile.Finds;
import nl.poort25.setting.StrictAddress;
import nl.poort25.web.MalformedInput;

/**
 * Reads inetnum and inet6num objects in RPSL (RFC 2622), as the RIPE database shows them. The key
 * of an inetnum is a range of addresses, that of an inet6num a prefix. An object ends at an empty
 * line, and where the key of another one stands: what was copied or grepped has lost empty lines.
 */
final class InetnumReader {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*:(.*)", Pattern.DOTALL);
  private static final Pattern RANGE = Pattern.compile("(\\S+)\\s*[-\u2013]\\s*(\\S+)");
  private static final Pattern KEY = Pattern.compile("(?i)(inetnum|inet6num)\\s*:.*");
  private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

  /** The classes of the RIPE database: of none the name is also that of an attribute. */
  private static final Set<String> CLASSES =
      Set.of(
          "as-block",
          "as-set",
          "aut-num",
          "domain",
          "filter-set",
          "inet-rtr",
          "inet6num",
          "inetnum",
          "irt",
          "key-cert",
          "mntner",
          "organisation",
          "peering-set",
          "person",
          "poem",
          "poetic-form",
          "role",
          "route",
          "route-set",
          "route6",
          "rtr-set");

  private static final int LONGEST_RANGE = 100;

  /** What grep writes between the lines around its finds. */
  private static final String BETWEEN_FINDS = "--";

  private final Finds finds = new Finds();
  private int keyLine;
  private String type;
  private String key = "";
  private String status;
  private String last = "";
  private boolean twoStatuses;

  PrefixFile read(String text) {
    var lines = text.lines().map(line -> SPACES.matcher(line).replaceAll(" ")).toList();
    int indent = indent(lines);
    int number = 0;
    for (String whole : lines) {
      number++;
      if (whole.isBlank() || whole.equals(BETWEEN_FINDS)) {
        end();
      } else if (!isRemark(whole)) {
        var line = FileLine.of(number, whole.substring(Math.min(indent, whole.length())));
        finds.read(line, () -> line(line));
      }
    }
    end();
    return finds.as(Kind.INETNUM, "inetnum, inet6num");
  }

  private static boolean isRemark(String line) {
    return line.startsWith("%") || line.startsWith("#");
  }

  /** White space before every line: a paste from a page or a mail. */
  private static int indent(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank() && !isRemark(line))
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .min()
        .orElse(0);
  }

  private void line(FileLine line) {
    String text = line.text();
    boolean goesOn = " \t+".indexOf(text.charAt(0)) >= 0;
    if (goesOn && !KEY.matcher(text.strip()).matches()) {
      if (type == null) {
        finds.fault(line, Fault.ATTRIBUTE);
      }
      goOn(withoutComment(text.substring(1)));
      return;
    }
    attribute(FileLine.of(line.number(), text.strip()));
  }

  private void attribute(FileLine line) {
    var matcher = ATTRIBUTE.matcher(line.text());
    if (!matcher.matches()) {
      finds.fault(line, Fault.ATTRIBUTE);
      return;
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    if (CLASSES.contains(name)) {
      end();
    }
    last = name;
    String value = withoutComment(matcher.group(2));
    if (type == null) {
      type = last;
      keyLine = line.number();
      key = value;
    } else if (last.equals("status")) {
      twoStatuses = status != null;
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
      var object = FileLine.of(keyLine, type + ": " + key);
      finds.read(object, () -> object(object));
    }
    type = null;
    key = "";
    status = null;
    last = "";
    twoStatuses = false;
  }

  private void object(FileLine object) {
    boolean v4 = type.equals("inetnum");
    if (!v4 && !type.equals("inet6num")) {
      finds.leaveOut(Reason.OTHER_OBJECT, object, type);
    } else if (status == null) {
      finds.fault(object, Fault.NO_STATUS);
    } else if (twoStatuses) {
      finds.fault(object, Fault.TWO_STATUSES);
    } else if (!isGivenOut()) {
      finds.leaveOut(Reason.OTHER_STATUS, object, status);
    } else if (v4) {
      range(object);
    } else {
      prefix(object);
    }
  }

  /** ALLOCATED PA and the like; what a customer passes on lies within it anyway. */
  private boolean isGivenOut() {
    String upper = status.toUpperCase(Locale.ROOT);
    return upper.startsWith("ALLOCATED") || upper.startsWith("ASSIGNED");
  }

  private void range(FileLine object) {
    // of a long run of hyphens the pattern would try each as the one in the middle
    var matcher = RANGE.matcher(key);
    if (key.length() > LONGEST_RANGE || !matcher.matches()) {
      finds.fault(object, Fault.RANGE, MalformedInput.toDisplayText(key));
      return;
    }
    var from = ipv4(matcher.group(1));
    var to = ipv4(matcher.group(2));
    if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) > 0) {
      finds.fault(object, Fault.RANGE, MalformedInput.toDisplayText(key));
    } else {
      finds.range(object, from.get(), to.get());
    }
  }

  private static Optional<IPAddress> ipv4(String text) {
    return StrictAddress.parse(text).filter(IPAddress::isIPv4);
  }

  private void prefix(FileLine object) {
    try {
      var cidr = Cidr.parse(key);
      if (cidr.isIpv6()) {
        finds.prefix(object, cidr);
      } else {
        finds.fault(object, Fault.ADDRESS, cidr);
      }
    } catch (MalformedInput e) {
      finds.fault(LineFault.of(object, e));
    }
  }
}
