package nl.poort25.abusereport;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.poort25.abusereport.MailFields.Field;

/** The text of a report that staff sees besides its dates; it never goes to the partner. */
public final class Excerpt {
  static final int LONGEST = 16_000;
  private static final int LONGEST_VALUE = 1000;
  private static final Set<String> OF_THE_REPORT = Set.of("from", "to", "date", "subject");

  private Excerpt() {}

  /** Three paragraphs: the report's own headers, its fields, and the reported message's headers. */
  static String of(MailFields report, List<Field> told, MailFields original) {
    return of(report, lines(told), original);
  }

  /** The same of a complaint in words. */
  static String of(MailFields report, String told, MailFields original) {
    var own =
        report.all().stream()
            .filter(f -> OF_THE_REPORT.contains(f.name().toLowerCase(Locale.ROOT)))
            .toList();
    String text = lines(own) + "\n" + told + "\n\n" + lines(original.all());
    return SanitizedText.lines(text, LONGEST);
  }

  /** The headers of the reported message, as far as they were kept. */
  public static MailFields original(String excerpt) {
    int received = excerpt.indexOf("\nReceived: ");
    return received < 0 ? MailFields.NONE : MimeReader.fields(excerpt.substring(received + 1));
  }

  private static String lines(List<Field> fields) {
    var text = new StringBuilder();
    for (var field : fields) {
      if (text.length() > LONGEST) {
        break;
      }
      text.append(field.name())
          .append(": ")
          .append(SanitizedText.line(SanitizedText.decoded(field.value()), LONGEST_VALUE))
          .append('\n');
    }
    return text.toString();
  }
}
