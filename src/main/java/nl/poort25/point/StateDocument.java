package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.poort25.enforcement.StateSteps;

/**
 * What a point gets: data that it checks line by line, never a program, and signed.
 *
 * @param counts whether the point's agent knows documents with a number, by which it refuses one
 *     that somebody sends again; those of before it are of format 1
 */
record StateDocument(Point point, boolean counts, Function<byte[], String> signature) {
  /** Of a line, so that a large state is not copied while it is written. */
  private static final int ROOM = 48;

  String whole(long number, List<String> lines) {
    return whole(
        number, lines.size(), text -> lines.forEach(line -> text.append(line).append('\n')));
  }

  /**
   * @param lines writes them, that many, each with its line feed
   */
  String whole(long number, int count, Consumer<StringBuilder> lines) {
    var text = head(number).append("whole ").append(count).append('\n');
    text.ensureCapacity(count * ROOM);
    lines.accept(text);
    return sign(text);
  }

  String step(long from, long number, StateSteps.Step step) {
    int size = step.removed().size() + step.added().size();
    var text = head(number).append("delta ").append(from).append(' ').append(size);
    text.append('\n');
    step.removed().forEach(line -> text.append('-').append(line).append('\n'));
    step.added().forEach(line -> text.append('+').append(line).append('\n'));
    return sign(text);
  }

  private StringBuilder head(long number) {
    var text =
        new StringBuilder("poort25-state ")
            .append(counts ? 2 : 1)
            .append("\npoint ")
            .append(point.getId())
            .append("\ntarget ")
            .append(point.getFormat().isProber() ? "PROBE" : point.getTarget())
            .append("\ngeneration ")
            .append(number)
            .append("\nmode ")
            .append(point.isEnforcing() ? "enforce" : "observe");
    if (counts) {
      text.append(' ').append(point.getNumbers().getDocumentCount());
    }
    return text.append('\n');
  }

  private String sign(StringBuilder text) {
    String content = text.toString();
    String signed = signature.apply(content.getBytes(US_ASCII));
    return text.append("signature ").append(signed).append('\n').toString();
  }
}
