package nl.poort25.mx;

import java.util.List;
import nl.poort25.mx.DnsAnswer.Cause;
import nl.poort25.mx.ProofRecord.Outcome;

/**
 * The text form in which the outcome of a look at the proof record is kept: {@code seen}, {@code
 * unknown TIMEOUT}, or {@code not-seen} with a value seen instead on each line that follows. Lines
 * of old rows are read for ever.
 */
final class ProofText {
  private ProofText() {}

  static String of(Outcome outcome) {
    if (outcome instanceof Outcome.NotSeen not) {
      var text = new StringBuilder("not-seen");
      not.instead().forEach(value -> text.append('\n').append(value));
      return text.toString();
    }
    return outcome instanceof Outcome.Unknown unknown ? "unknown " + unknown.cause() : "seen";
  }

  /**
   * @throws IllegalArgumentException if the text is none of the forms above
   */
  static Outcome parse(String text) {
    // not lines(): an empty value is one too
    List<String> lines = List.of(text.split("\n", -1));
    String head = lines.get(0);
    if (head.equals("not-seen")) {
      return new Outcome.NotSeen(lines.subList(1, lines.size()));
    } else if (text.equals("seen")) {
      return new Outcome.Seen();
    } else if (head.startsWith("unknown ") && lines.size() == 1) {
      return new Outcome.Unknown(Cause.valueOf(head.substring("unknown ".length())));
    }
    throw new IllegalArgumentException("no outcome: " + head);
  }
}
