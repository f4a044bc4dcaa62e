package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.function.Function;
import nl.poort25.enforcement.StateSteps;

/**
 * What a point gets: data that it checks line by line, never a program, and signed.
 *
 * @param counts whether the point's agent knows documents with a number, by which it refuses one
 *     that somebody sends again; those of before it are of format 1
 */
record StateDocument(Point point, boolean counts, Function<byte[], String> signature) {
  String whole(long number, List<String> lines) {
    var text = head(number).append("whole ").append(lines.size()).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
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
    return content + "signature " + signature.apply(content.getBytes(US_ASCII)) + "\n";
  }
}
