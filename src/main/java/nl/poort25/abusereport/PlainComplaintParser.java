package nl.poort25.abusereport;

import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;

/**
 * Parses a complaint that is in no machine-readable format: free text, or a forwarded message (RFC
 * 6650). Staff names the address.
 */
final class PlainComplaintParser {
  private static final int LONGEST_TEXT = 6000;

  /** The old feedback loop of Hotmail has the address here alone. */
  private static final Pattern SUBJECT =
      Pattern.compile("(?i)complaint about message from (\\S{2,60})");

  private PlainComplaintParser() {}

  /**
   * @param outer the message
   * @param text that was written in it
   * @param original the headers of the message that it passes on
   */
  static ParsedReport read(MailFields outer, String text, MailFields original) {
    var chain = ReceivedChain.of(original);
    var subject = SUBJECT.matcher(outer.first("Subject").orElse("").strip());
    var source =
        subject.matches()
            ? AddressLiteral.of(subject.group(1)).map(AddressLiteral::address).orElse(null)
            : null;
    return new ParsedReport(
        Format.PLAIN,
        source == null ? ComplaintType.OTHER : ComplaintType.ABUSE,
        source,
        null,
        chain.of(source),
        1,
        null,
        original.first("Date").flatMap(MailDate::ofMail).orElse(null),
        chain.date().orElse(null),
        ReceivedChain.of(outer).date().orElse(null),
        List.of(),
        Excerpt.of(outer, SanitizedText.lines(text, LONGEST_TEXT), original));
  }
}
