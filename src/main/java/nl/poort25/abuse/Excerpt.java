package nl.poort25.abuse;

import java.util.List;
import java.util.Set;

/** What staff sees of a report besides its dates; nothing of it ever goes to the partner. */
final class Excerpt {
  static final int LONGEST = 16_000;
  private static final int LONGEST_VALUE = 1000;
  private static final Set<String> OF_THE_REPORT = Set.of("from", "to", "date", "subject");

  private Excerpt() {}

  /** Three paragraphs: the report's own headers, its fields, and the reported message's headers. */
  static String of(MailFields report, MailFields told, MailFields original) {
    var text = new StringBuilder();
    add(
        text,
        report.all().stream()
            .filter(f -> OF_THE_REPORT.contains(MimeReader.word(f.name())))
            .toList());
    add(text, told.all());
    add(text, original.all());
    return Printable.lines(text.toString(), LONGEST);
  }

  private static void add(StringBuilder text, List<MailFields.Field> fields) {
    for (var field : fields) {
      if (text.length() > LONGEST) {
        return;
      }
      text.append(field.name())
          .append(": ")
          .append(Printable.line(Printable.decoded(field.value()), LONGEST_VALUE))
          .append('\n');
    }
    text.append('\n');
  }
}
