package nl.poort25.network;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.setting.StrictAddress;

/** Splits a CSV cell with several addresses and prefixes. */
final class AddressCell {
  private static final Pattern HYPHEN = Pattern.compile("\\s{1,9}([-\u2013])\\s{1,9}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z};]+");
  private static final Pattern COMMA = Pattern.compile(",");

  private AddressCell() {}

  /**
   * One by one, as they were typed; an address with its mask behind it, as routers write it, is a
   * prefix. A range stays whole, for its reader to say what was meant.
   */
  static List<String> split(String cell) {
    var found = new ArrayList<String>();
    String ranges = HYPHEN.matcher(cell).replaceAll("$1");
    for (String word : SPACES.split(ranges, -1)) {
      for (String typed :
          word.contains(".") || word.contains(":") ? COMMA.split(word) : all(word)) {
        add(found, typed);
      }
    }
    return found.isEmpty() ? List.of("") : found;
  }

  private static String[] all(String word) {
    return new String[] {word};
  }

  private static void add(List<String> found, String typed) {
    int last = found.size() - 1;
    var bits = last < 0 || !isAddress(found.get(last)) ? null : mask(typed);
    if (bits != null) {
      found.set(last, found.get(last) + "/" + bits);
    } else if (!typed.isEmpty()) {
      found.add(typed);
    }
  }

  private static boolean isAddress(String typed) {
    return StrictAddress.parse(typed).filter(IPAddress::isIPv4).isPresent();
  }

  /** Null for anything but a mask of at least eight bits: no address of anybody looks like one. */
  private static Integer mask(String typed) {
    return typed.startsWith("255.")
        ? StrictAddress.parse(typed).map(mask -> mask.getBlockMaskPrefixLength(true)).orElse(null)
        : null;
  }
}
