package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import nl.poort25.web.Shortened;

/**
 * What a point holds, read from its raw read-back.
 *
 * @param lines in the words of a state
 * @param strange what no state has, such as another rule; as the point shows it
 */
record ReadBack(List<String> lines, List<String> strange) {
  private static final int LONGEST = 200;

  /** Never fails: what cannot be read is strange as a whole. */
  static ReadBack of(Format format, byte[] raw) {
    if (raw.length == 0) {
      return new ReadBack(List.of(), List.of());
    }
    try {
      return switch (format) {
        case NFTABLES -> NftablesReadBack.read(raw);
        case POSTFIX -> PostfixReadBack.read(raw);
        case OTHER_FIREWALL, IRONPORT, PROBER -> throw new IllegalArgumentException("no read-back");
      };
    } catch (RuntimeException | StackOverflowError e) {
      String start = new String(raw, 0, Math.min(raw.length, LONGEST), UTF_8);
      return new ReadBack(List.of(), List.of("unreadable: " + shown(start)));
    }
  }

  /** Printable, on one line, not too long. */
  static String shown(String text) {
    return Shortened.to(LONGEST, text.replaceAll("[^ -~]+", " ").strip());
  }
}
