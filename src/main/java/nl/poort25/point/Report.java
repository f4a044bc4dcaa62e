package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.poort25.web.Sha256;

/** What a point says after a turn: five lines, an empty one, and its raw read-back. */
final class Report {
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

  private static final Pattern SHAPE =
      Pattern.compile(
          """
          poort25-report 1
          generation (\\d{1,18})
          outcome ([a-z]{1,20})
          message ([ -~]{0,500})
          readback ([0-9a-f]{64}) (same|\\d{1,10})

          """);

  private final long generation;
  private final Outcome outcome;
  private final String message;
  private final String digest;
  private final byte[] readBack;

  private Report(long generation, Outcome outcome, String message, String digest, byte[] readBack) {
    this.generation = generation;
    this.outcome = outcome;
    this.message = message;
    this.digest = digest;
    this.readBack = readBack;
  }

  /**
   * @throws IllegalArgumentException for anything else, also where length or digest is not that of
   *     the bytes
   */
  static Report parse(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, HEAD), US_ASCII);
    int end = head.indexOf("\n\n");
    var shape = SHAPE.matcher(head.substring(0, end < 0 ? 0 : end + 2));
    if (!shape.matches()) {
      throw new IllegalArgumentException("not a report");
    }
    byte[] rest = Arrays.copyOfRange(body, end + 2, body.length);
    boolean same = shape.group(5).equals("same");
    if (same ? rest.length > 0 : rest.length != Long.parseLong(shape.group(5))) {
      throw new IllegalArgumentException("a report cut off");
    }
    if (!same && !Sha256.hex(rest).equals(shape.group(4))) {
      throw new IllegalArgumentException("a report altered on its way");
    }
    return new Report(
        Long.parseLong(shape.group(1)),
        outcome(shape.group(2)),
        shape.group(3).strip(),
        shape.group(4),
        same ? null : rest);
  }

  private static Outcome outcome(String word) {
    return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** That it holds to be in force; 0 for none. */
  long generation() {
    return generation;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Printable ASCII, perhaps empty. */
  String message() {
    return message;
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
