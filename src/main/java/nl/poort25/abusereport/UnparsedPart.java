package nl.poort25.abusereport;

import java.util.List;
import nl.poort25.text.Text;

/**
 * A part of a report that could not be parsed and did not keep it from being accepted: a field, or
 * bytes behind its end.
 *
 * @param field with what stands in it; null where it is no field
 * @param bytes behind the end of the report, where that is it
 * @param line in which those begin, counted from 1
 */
public record UnparsedPart(String field, int bytes, int line) {
  private static final int LONGEST = 200;
  private static final int MOST = 2000;
  private static final String BETWEEN = "\t";

  static UnparsedPart field(String name, String value) {
    return new UnparsedPart(SanitizedText.line(name + ": " + value, LONGEST), 0, 0);
  }

  static UnparsedPart rest(int bytes, int line) {
    return new UnparsedPart(null, bytes, line);
  }

  /** Null for a field, which is its own words. */
  public Text getRest() {
    return field == null ? Text.of("abuse.report.rest", bytes, line) : null;
  }

  /** For the database; null for nothing. */
  public static String written(List<UnparsedPart> all) {
    var text = new StringBuilder();
    for (var each : all) {
      String line = each.field == null ? each.bytes + BETWEEN + each.line : each.field;
      if (text.length() + line.length() < MOST) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  public static List<UnparsedPart> of(String written) {
    return written == null ? List.of() : written.lines().map(UnparsedPart::ofLine).toList();
  }

  private static UnparsedPart ofLine(String line) {
    int tab = line.indexOf(BETWEEN);
    return tab < 0
        ? new UnparsedPart(line, 0, 0)
        : rest(Integer.parseInt(line.substring(0, tab)), Integer.parseInt(line.substring(tab + 1)));
  }
}
