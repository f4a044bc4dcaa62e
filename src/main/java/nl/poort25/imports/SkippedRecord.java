package nl.poort25.imports;

import java.util.Locale;
import nl.poort25.text.Text;
import nl.poort25.web.MalformedInput;

/**
 * A record of a RIPE file that is skipped without being a fault.
 *
 * @param line where it begins, counted from 1
 * @param text of it, fit to be shown
 * @param detail what decided, such as its status
 */
public record SkippedRecord(Reason reason, int line, String text, String detail) {
  /** Why it does not count. */
  public enum Reason {
    /** of a delegated-extended file, which has everyone's; these are only counted */
    OTHER_HOLDER,
    /** available or reserved */
    NOT_IN_USE,
    AS_NUMBER,
    /** an inetnum or inet6num that is neither allocated nor assigned, such as LEGACY */
    OTHER_STATUS,
    /** an object that is no address space */
    OTHER_OBJECT;

    /** With {0}: what decided. */
    public String key() {
      return "network.upload." + name().toLowerCase(Locale.ROOT);
    }

    public String getCounted() {
      return key() + ".counted";
    }
  }

  public static SkippedRecord of(Reason reason, FileLine line, String detail) {
    return new SkippedRecord(
        reason,
        line.number(),
        MalformedInput.toDisplayText(line.text()),
        MalformedInput.toDisplayText(detail));
  }

  public Text why() {
    return Text.of(reason.key(), detail);
  }

  /** As what refuses a file in which nothing else is. */
  public LineFault fault() {
    return new LineFault(line, text, why(), Text.of("network.upload.left-out.cure"), null);
  }
}
