package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.text.Truncation;

/**
 * What a point holds, read from its raw read-back.
 *
 * @param lines in the words of a state
 * @param strange what no state has, such as another rule; as the point shows it
 */
record ReadBack(List<String> lines, List<String> strange) {
  private static final int LONGEST = 200;

  /** Values or lines that are read: those of 125,000 lines of the longest kind. */
  private static final int MOST_PIECES = 1_000_000;

  /** What is strange is told of, not counted: more of it says nothing more. */
  private static final int MOST_STRANGE = 1_000;

  /** Never fails: what cannot be read is strange as a whole. */
  static ReadBack of(PointKind format, byte[] raw) {
    if (raw.length == 0) {
      return new ReadBack(List.of(), List.of());
    }
    if (hasTooMany(raw)) {
      return new ReadBack(List.of(), List.of("more than any table of ours holds"));
    }
    try {
      return switch (format) {
        case NFTABLES -> NftablesReadBack.read(raw);
        case POSTFIX, OTHER_FIREWALL, IRONPORT -> ofLines(format.target(), raw);
        case PROBER -> throw new IllegalArgumentException("no read-back");
      };
    } catch (RuntimeException | StackOverflowError e) {
      String start = new String(raw, 0, Math.min(raw.length, LONGEST), UTF_8);
      return new ReadBack(List.of(), List.of("unreadable: " + shown(start)));
    }
  }

  /**
   * What is in the words of a state already, a line each: what a program has sent, or the agent of
   * a relay got by asking the running tables. A line that begins with "!" says what they answered
   * otherwise.
   */
  private static ReadBack ofLines(EnforcementTarget target, byte[] raw) {
    var lines = new ArrayList<String>();
    var strange = new ArrayList<String>();
    for (String text : new String(raw, US_ASCII).split("\n")) {
      if (strange.size() == MOST_STRANGE) {
        break; // whoever sends this sends no state, and each such line costs an exception
      }
      try {
        lines.add(DesiredLine.parse(target, text).toString());
      } catch (IllegalArgumentException e) {
        note(text, strange);
      }
    }
    return new ReadBack(lines, strange);
  }

  /**
   * Whether it would take up the heap: a value of two bytes is an object of forty once it is read.
   * Each value of JSON has one of these signs before it.
   */
  private static boolean hasTooMany(byte[] raw) {
    int pieces = 0;
    for (byte sign : raw) {
      if (sign == ',' || sign == '[' || sign == '{' || sign == '\n') {
        pieces++;
      }
    }
    return pieces > MOST_PIECES;
  }

  /** Adds what was found to what is told of. */
  static void note(String what, List<String> strange) {
    if (strange.size() < MOST_STRANGE) {
      strange.add(shown(what));
    }
  }

  /** Printable, on one line, not too long. */
  static String shown(String text) {
    return Truncation.to(LONGEST, text.replaceAll("[^ -~]+", " ").strip());
  }
}
