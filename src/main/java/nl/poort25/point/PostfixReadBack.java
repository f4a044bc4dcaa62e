package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import nl.poort25.state.RelayLine;

/**
 * Reads what the agent of a relay got by asking the running tables: the lines of a state that they
 * amount to, one a line; a line that begins with "!" says what they answered otherwise.
 */
final class PostfixReadBack {
  private PostfixReadBack() {}

  static ReadBack read(byte[] raw) {
    var lines = new ArrayList<String>();
    var strange = new ArrayList<String>();
    for (String text : new String(raw, US_ASCII).split("\n")) {
      try {
        lines.add(RelayLine.parse(text).toString());
      } catch (IllegalArgumentException e) {
        ReadBack.note(text, strange);
      }
    }
    return new ReadBack(lines, strange);
  }
}
