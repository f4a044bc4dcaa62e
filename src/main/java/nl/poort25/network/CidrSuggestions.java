package nl.poort25.network;

import static nl.poort25.network.CidrParser.malformed;
import static nl.poort25.network.CidrParser.suggestion;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.network.CidrParser.Fault;
import nl.poort25.setting.StrictAddress;
import nl.poort25.web.MalformedInput;

/** Recognises what people type instead of an address or a prefix, and suggests what they meant. */
final class CidrSuggestions {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)](?::[0-9]*)?(/[0-9]+)?");
  private static final Pattern ZONE = Pattern.compile("([0-9A-Fa-f:.]+)%[^/]*(/[0-9]+)?");
  private static final Pattern RANGE =
      Pattern.compile("([0-9A-Fa-f:.]+)\\s*[-\u2013]\\s*([0-9A-Fa-f:.]+)");
  private static final Pattern WILDCARDS =
      Pattern.compile("((?:[0-9]{1,3}\\.){1,3})\\*(?:\\.\\*){0,2}");
  private static final Pattern COMMAS = Pattern.compile("[0-9]{1,3}(,[0-9]{1,3}){3}(/[0-9]+)?");
  private static final Pattern MASK_AFTER_SPACE = Pattern.compile("([0-9.]+)\\s+([0-9.]+)");
  private static final Pattern PORT = Pattern.compile("([0-9.]+):[0-9]*");
  private static final Pattern ZEROS = Pattern.compile("(?<![0-9A-Fa-f])0+(?=[0-9A-Fa-f])");
  private static final Pattern HAS_ZEROS = Pattern.compile("(?:.*[.:])?0+[0-9A-Fa-f].*");
  private static final Pattern NUMBERS =
      Pattern.compile("(0[xX][0-9A-Fa-f]+|[0-9]+)(\\.(0[xX][0-9A-Fa-f]+|[0-9]+))*(/.*)?");
  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}\\p{N}._-]*\\p{L}[\\p{L}\\p{N}._-]*");

  private CidrSuggestions() {}

  /** Of what does not begin with an address. */
  static MalformedInput refusal(String text) {
    var matcher = BRACKETS.matcher(text);
    if (matcher.matches()) {
      return malformed(
          Fault.BRACKETS, text, suggestion(matcher.group(1) + orEmpty(matcher.group(2))));
    }
    matcher = ZONE.matcher(text);
    if (matcher.matches()) {
      return malformed(Fault.ZONE, text, suggestion(matcher.group(1) + orEmpty(matcher.group(2))));
    }
    matcher = RANGE.matcher(text);
    if (matcher.matches()) {
      return malformed(Fault.RANGE, text, between(matcher.group(1), matcher.group(2)));
    }
    matcher = WILDCARDS.matcher(text);
    if (matcher.matches()) {
      return malformed(Fault.RANGE, text, wildcards(matcher.group(1)));
    }
    if (COMMAS.matcher(text).matches()) {
      return malformed(Fault.COMMAS, text, suggestion(text.replace(',', '.')));
    }
    matcher = MASK_AFTER_SPACE.matcher(text);
    if (matcher.matches() && mask(matcher.group(2)).isPresent()) {
      return malformed(
          Fault.MASK, text, suggestion(matcher.group(1) + "/" + mask(matcher.group(2)).get()));
    }
    if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
      return malformed(Fault.SPACE, text, "");
    }
    matcher = PORT.matcher(text);
    if (matcher.matches() && StrictAddress.parse(matcher.group(1)).isPresent()) {
      return malformed(Fault.PORT, text, suggestion(matcher.group(1)));
    }
    return refusalOfWord(text);
  }

  private static MalformedInput refusalOfWord(String text) {
    if (HAS_ZEROS.matcher(text).matches()) {
      String without = suggestion(ZEROS.matcher(text).replaceAll(""));
      if (!without.isEmpty()) {
        return malformed(Fault.LEADING_ZERO, text, without);
      }
    }
    // inet_aton takes 127.1, 2130706433 and 0x7f.1 for addresses
    if (NUMBERS.matcher(text).matches()) {
      return malformed(Fault.SHORT, text, "");
    }
    return malformed(WORDS.matcher(text).matches() ? Fault.HOST_NAME : Fault.NO_ADDRESS, text, "");
  }

  /** Of an address with something else than its length behind the slash. */
  static MalformedInput refusalOfLength(String text, IPAddress address, String length) {
    return mask(length)
        .map(bits -> malformed(Fault.MASK, text, suggestion(address + "/" + bits)))
        .orElseGet(() -> malformed(Fault.LENGTH, text, ""));
  }

  /** The length that a mask stands for, be it 255.255.255.0 or 0.0.0.255. */
  private static Optional<Integer> mask(String text) {
    return StrictAddress.parse(text)
        .filter(IPAddress::isIPv4)
        .map(
            mask -> {
              Integer network = mask.getBlockMaskPrefixLength(true);
              return network != null ? network : mask.getBlockMaskPrefixLength(false);
            });
  }

  /** Only where the range is one prefix. */
  private static String between(String first, String last) {
    var from = StrictAddress.parse(first);
    var to = StrictAddress.parse(last.matches("[0-9]{1,3}") ? sameNetwork(first, last) : last);
    if (from.isEmpty() || to.isEmpty() || from.get().isIPv4() != to.get().isIPv4()) {
      return "";
    }
    var blocks = from.get().spanWithPrefixBlocks(to.get());
    return blocks.length == 1 ? suggestion(blocks[0].toString()) : "";
  }

  /** 192.0.2.0-255. */
  private static String sameNetwork(String first, String last) {
    return first.substring(0, first.lastIndexOf('.') + 1) + last;
  }

  private static String wildcards(String numbers) {
    int given = (int) numbers.chars().filter(c -> c == '.').count();
    return suggestion(numbers + "0" + ".0".repeat(3 - given) + "/" + 8 * given);
  }

  private static String orEmpty(String group) {
    return group == null ? "" : group;
  }
}
