package nl.poort25.imports;

import nl.poort25.policy.Citation;
import nl.poort25.policy.Finding;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Text;

/**
 * Why a line of an upload cannot be taken.
 *
 * @param line counted from 1
 * @param text of the line, fit to be shown
 * @param cites null where the line cannot even be read
 */
public record LineFault(int line, String text, Text what, Text cure, Citation cites) {
  /** Of any file. */
  public enum Unforeseen {
    /** its reader failed at it without saying why */
    UNREADABLE
  }

  public static LineFault of(int line, String text, Enum<?> fault, Object... arguments) {
    String key = "network.upload." + fault.name().toLowerCase(java.util.Locale.ROOT);
    return new LineFault(
        line,
        MalformedInput.toDisplayText(text),
        Text.of(key, arguments),
        Text.of(key + ".cure"),
        null);
  }

  public static LineFault of(int line, String text, MalformedInput malformed) {
    return new LineFault(
        line,
        MalformedInput.toDisplayText(text),
        malformed.text(),
        malformed.suggestion().isEmpty()
            ? Text.of("network.upload.address.cure")
            : Text.of("network.upload.meant", malformed.suggestion()),
        null);
  }

  public static LineFault of(int line, String text, Finding finding) {
    return new LineFault(
        line,
        MalformedInput.toDisplayText(text),
        finding.violated(),
        finding.cure(),
        finding.cites());
  }
}
