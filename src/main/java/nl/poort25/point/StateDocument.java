package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.function.Function;
import nl.poort25.enforcement.PointLines;

/** What a point gets: data that it checks line by line, never a program, and signed. */
final class StateDocument {
  private StateDocument() {}

  static String whole(
      Point point, long number, List<String> lines, Function<byte[], String> signature) {
    var text = head(point, number).append("whole ").append(lines.size()).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
    return sign(text, signature);
  }

  static String step(
      Point point,
      long from,
      long number,
      PointLines.Step step,
      Function<byte[], String> signature) {
    int size = step.removed().size() + step.added().size();
    var text = head(point, number).append("delta ").append(from).append(' ').append(size);
    text.append('\n');
    step.removed().forEach(line -> text.append('-').append(line).append('\n'));
    step.added().forEach(line -> text.append('+').append(line).append('\n'));
    return sign(text, signature);
  }

  private static StringBuilder head(Point point, long number) {
    return new StringBuilder("poort25-state 1\npoint ")
        .append(point.getId())
        .append("\ntarget ")
        .append(point.getFormat().probes() ? "PROBE" : point.getTarget())
        .append("\ngeneration ")
        .append(number)
        .append("\nmode ")
        .append(point.isEnforcing() ? "enforce" : "observe")
        .append('\n');
  }

  private static String sign(StringBuilder text, Function<byte[], String> signature) {
    String content = text.toString();
    return content + "signature " + signature.apply(content.getBytes(US_ASCII)) + "\n";
  }
}
