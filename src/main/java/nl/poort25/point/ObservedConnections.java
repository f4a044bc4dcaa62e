package nl.poort25.point;

import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a report that lists addresses which took connections on port 25 from outside, new or
 * again since the last report.
 *
 * @param seconds since it looks; null where it does not
 * @param full whether it had no room left to note another address
 */
record ObservedConnections(Long seconds, boolean full, List<Sighting> seen) {
  private static final Pattern LINE =
      Pattern.compile("seen ([0-9a-f.:]{2,45}) (\\d{1,15}) (\\d{1,10})");

  /**
   * One address.
   *
   * @param connections that it took since the point looks
   * @param seconds since the last of them
   */
  record Sighting(String address, long connections, long seconds) {}

  /**
   * @throws IllegalArgumentException if there are lines all the same
   */
  static ObservedConnections none(int lines) {
    if (lines > 0) {
      throw new IllegalArgumentException("addresses of a point that does not look");
    }
    return new ObservedConnections(null, false, List.of());
  }

  /**
   * @throws IllegalArgumentException for a line that is none, or an address in another spelling
   */
  static ObservedConnections parse(long seconds, boolean full, String lines) {
    var seen = new ArrayList<Sighting>();
    for (String line : lines.lines().toList()) {
      var parts = LINE.matcher(line);
      if (!parts.matches() || !isCanonical(parts.group(1))) {
        throw new IllegalArgumentException("not an address seen: " + ReadBack.shown(line));
      }
      seen.add(
          new Sighting(
              parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))));
    }
    return new ObservedConnections(seconds, full, List.copyOf(seen));
  }

  private static boolean isCanonical(String text) {
    var address = new IPAddressString(text).getAddress();
    return address != null && !address.isMultiple() && address.toCanonicalString().equals(text);
  }
}
