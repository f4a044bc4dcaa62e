package nl.poort25.imports;

import java.util.Locale;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Finding;
import nl.poort25.text.Text;
import nl.poort25.web.MalformedInput;

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

  public static LineFault of(FileLine line, Enum<?> fault, Object... arguments) {
    String key = "network.upload." + fault.name().toLowerCase(Locale.ROOT);
    return of(line, Text.of(key, arguments), Text.of(key + ".cure"));
  }

  /** Of an address. */
  public static LineFault of(FileLine line, MalformedInput malformed) {
    return of(line, malformed, "network.upload.address.cure");
  }

  /**
   * @param cure the key of what to do where nothing is suggested
   */
  public static LineFault of(FileLine line, MalformedInput malformed, String cure) {
    return of(
        line,
        malformed.text(),
        malformed.suggestion().isEmpty()
            ? Text.of(cure)
            : Text.of("network.upload.meant", malformed.suggestion()));
  }

  public static LineFault of(FileLine line, Text what, Text cure) {
    return new LineFault(
        line.number(), MalformedInput.toDisplayText(line.text()), what, cure, null);
  }

  public static LineFault of(FileLine line, Finding finding) {
    return new LineFault(
        line.number(),
        MalformedInput.toDisplayText(line.text()),
        finding.violated(),
        finding.cure(),
        finding.cites());
  }
}
