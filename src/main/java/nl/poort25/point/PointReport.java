package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.poort25.enforcement.PointClaim;
import nl.poort25.web.Sha256;

/**
 * A report of a point: a head of lines, an empty line, the addresses that took connections, and the
 * raw read-back. Format 1 has neither the agent nor such addresses.
 */
final class PointReport {
  /** What the turn came to. */
  public enum Outcome {
    APPLIED,
    KEPT,
    DRIFTED,
    RESTORED,
    OBSERVED,
    FAILED,
    REFUSED;

    boolean isFailure() {
      return this == FAILED || this == REFUSED;
    }
  }

  /** Bytes of the lines before the read-back, at most. */
  private static final int HEAD = 1000;

  /** Addresses that one report tells of, at most. */
  private static final int MOST_SEEN = 5_000;

  private static final Pattern SHAPE =
      Pattern.compile(
          """
          poort25-report [12]
          generation (?<generation>\\d{1,18})(?: (?<state>-|[0-9a-f]{64}))?
          outcome (?<outcome>[a-z]{1,20})
          message (?<message>[ -~]{0,500})
          (?:agent (?<agent>[0-9A-Za-z.+~-]{1,40} [a-z]{1,20} [0-9A-Za-z.+~-]{1,40})
          seen (?<seen>\\d{1,5})(?: (?<since>\\d{1,10})(?<full> full)?)?
          )?readback (?<digest>[0-9a-f]{64}) (?<bytes>same|\\d{1,10})

          """);

  private final long generation;
  private final String stateDigest;
  private final Outcome outcome;
  private final String message;
  private final AgentVersion agent;
  private final ObservedConnections sightings;
  private final String digest;
  private final byte[] readBack;

  private PointReport(Matcher head, ObservedConnections sightings, byte[] readBack) {
    generation = Long.parseLong(head.group("generation"));
    String state = head.group("state");
    stateDigest = state == null || state.equals("-") ? null : state;
    outcome = outcome(head.group("outcome"));
    message = head.group("message").strip();
    agent = head.group("agent") == null ? null : AgentVersion.of(head.group("agent"));
    digest = head.group("digest");
    this.sightings = sightings;
    this.readBack = readBack;
  }

  private PointReport(long generation, String stateDigest, byte[] readBack) {
    this.generation = generation;
    this.stateDigest = stateDigest;
    outcome = generation == 0 ? Outcome.OBSERVED : Outcome.APPLIED;
    message = "";
    agent = null;
    digest = Sha256.hex(readBack);
    sightings = ObservedConnections.none(0);
    this.readBack = readBack;
  }

  /**
   * What another program than our agents has read back after it carried out a state.
   *
   * @param state that it carried out; 0 for none yet
   */
  static PointReport confirming(PointClaim state, byte[] readBack) {
    return new PointReport(state.number(), state.digest(), readBack);
  }

  /**
   * @throws IllegalArgumentException for anything else, also where length or digest is not that of
   *     the bytes
   */
  static PointReport parse(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, HEAD), US_ASCII);
    int end = text.indexOf("\n\n");
    var head = SHAPE.matcher(text.substring(0, end < 0 ? 0 : end + 2));
    boolean first = text.startsWith("poort25-report 1\n");
    if (!head.matches() || first != (head.group("agent") == null)) {
      throw new IllegalArgumentException("not a report");
    }
    if (first != (head.group("state") == null)) {
      throw new IllegalArgumentException("not a report: generation");
    }
    int seen = first ? 0 : Integer.parseInt(head.group("seen"));
    if (seen > MOST_SEEN) {
      throw new IllegalArgumentException("a report of too many addresses");
    }
    int begin = after(body, end + 2, seen);
    var sightings =
        first || head.group("since") == null
            ? ObservedConnections.none(seen)
            : ObservedConnections.parse(
                Long.parseLong(head.group("since")),
                head.group("full") != null,
                new String(body, end + 2, begin - end - 2, US_ASCII));
    return new PointReport(head, sightings, readBack(head, body, begin));
  }

  /** Where that many lines end that begin at {@code from}. */
  private static int after(byte[] body, int from, int lines) {
    int at = from;
    for (int left = lines; left > 0; at++) {
      if (at == body.length) {
        throw new IllegalArgumentException("a report cut off");
      }
      left -= body[at] == '\n' ? 1 : 0;
    }
    return at;
  }

  /** Null where it is the one that was reported last. */
  private static byte[] readBack(Matcher head, byte[] body, int begin) {
    byte[] rest = Arrays.copyOfRange(body, begin, body.length);
    boolean same = head.group("bytes").equals("same");
    if (same ? rest.length > 0 : rest.length != Long.parseLong(head.group("bytes"))) {
      throw new IllegalArgumentException("a report cut off");
    }
    if (!same && !Sha256.hex(rest).equals(head.group("digest"))) {
      throw new IllegalArgumentException("a report altered on its way");
    }
    return same ? null : rest;
  }

  private static Outcome outcome(String word) {
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** That it holds to be in force; 0 for none. */
  long generation() {
    return generation;
  }

  /**
   * SHA-256 of the text of the lines of that state, in hexadecimal, each line with its line feed;
   * null for none, and where an agent does not tell.
   */
  String stateDigest() {
    return stateDigest;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Printable ASCII, perhaps empty. */
  String message() {
    return message;
  }

  /** Of an agent that tells it; null for one of before format 2. */
  AgentVersion agent() {
    return agent;
  }

  /** What it saw that takes connections from outside. */
  ObservedConnections sightings() {
    return sightings;
  }

  /** SHA-256 of the read-back, in hexadecimal. */
  String digest() {
    return digest;
  }

  /** Null where it is the one that was reported last. */
  byte[] readBack() {
    return readBack;
  }
}
