package nl.poort25.abusereport;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.abusereport.MimeReader.Part;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;

/** Parses X-ARF 0.1 and 0.2: a mail with a part of YAML lines "Name: value". */
final class XarfYaml {
  private static final Pattern QUOTES =
      Pattern.compile("(?m)^([A-Za-z-]+:[ \\t]*)[\"'](.*)[\"']\\s*$");
  private static final int HIGHEST_PORT = 65535;

  private XarfYaml() {}

  /** Whether a mail says of itself that it is one. */
  static boolean isXarf(Part outer) {
    return outer.fields().first("X-ARF").isPresent() || outer.fields().first("X-XARF").isPresent();
  }

  /**
   * @param text of one of its parts
   * @return nothing where that one is not the report
   */
  static Optional<ParsedReport> read(Part outer, String text, MailFields original) {
    String lines =
        QUOTES.matcher(text.replaceFirst("^\\s*---\\s*\\n", "").strip()).replaceAll("$1$2");
    var told = MimeReader.fields(lines);
    if (told.first("Source").isEmpty() || told.first("Category").isEmpty()) {
      return Optional.empty();
    }
    var reader = new FieldReader(told);
    var literal = reader.address("Source");
    var source = literal.map(AddressLiteral::address).orElse(null);
    var chain = ReceivedChain.of(original);
    var type = ComplaintType.ofType(reader.word("Report-Type").orElse(""));
    return Optional.of(
        new ParsedReport(
            Format.XARF,
            type == ComplaintType.OTHER
                ? ComplaintType.ofType(reader.word("Category").orElse(""))
                : type,
            source,
            reader.number("Source-Port", HIGHEST_PORT).map(Long::intValue).orElse(null),
            chain.of(source),
            reader.number("Occurrences", Integer.MAX_VALUE).orElse(1L),
            reader.date("Date").orElse(null),
            original.first("Date").flatMap(MailDate::ofMail).orElse(null),
            chain.date().orElse(null),
            ReceivedChain.of(outer.fields()).date().orElse(null),
            reader.unparsedParts(),
            Excerpt.of(outer.fields(), told.all(), original)));
  }
}
