package nl.poort25.abusereport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.abusereport.MimeReader.Part;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;

/**
 * Reads a feedback report (RFC 5965, with RFC 6591 and 6692), also one that keeps to them less
 * strictly than they demand: the largest senders leave out fields, or put it into another
 * multipart. What is not as it should be is noted, and staff decides.
 */
final class Arf {
  static final String TYPE = "message/feedback-report";

  /** 0.1 is what senders from before the RFC wrote. */
  private static final Set<String> VERSIONS = Set.of("1", "1.0", "0.1");

  private static final Pattern EMPTY_LINES = Pattern.compile("(?m)^[ \\t]*\\r?\\n");
  private static final long UINT32 = 0xffffffffL;
  private static final int HIGHEST_PORT = 65535;

  private Arf() {}

  /**
   * @param outer the message that carries the report
   * @param report its part that is the report
   * @param original the headers of the reported message
   */
  static ParsedReport read(Part outer, Part report, MailFields original) {
    var told = MimeReader.fields(EMPTY_LINES.matcher(report.content()).replaceAll(""));
    var reader = new FieldReader(told);
    var chain = ReceivedChain.of(original);
    String about = reader.word("Feedback-Type").orElse("");
    if (reader.word("Version").filter(version -> !VERSIONS.contains(version)).isPresent()) {
      reader.note("Version");
    }
    if (report.broken()) {
      reader.note(report.fields(), "Content-Transfer-Encoding");
    }
    var literal = reader.address("Source-IP");
    var source = literal.map(AddressLiteral::address).orElse(null);
    var port = reader.number("Source-Port", HIGHEST_PORT).map(Long::intValue);
    return new ParsedReport(
        Format.ARF,
        ComplaintType.of(about),
        source,
        port.or(() -> literal.flatMap(l -> Optional.ofNullable(l.port()))).orElse(null),
        chain.of(source),
        reader.number("Incidents", UINT32).orElse(1L),
        date(reader),
        original.first("Date").flatMap(MailDate::ofMail).orElse(null),
        chain.date().orElse(null),
        ReceivedChain.of(outer.fields()).date().orElse(null),
        reader.unparsedParts(),
        Excerpt.of(outer.fields(), told.all(), original));
  }

  /** Two names for one thing: two that differ say nothing. */
  private static Instant date(FieldReader reader) {
    var dates = new ArrayList<Instant>();
    for (String name : List.of("Arrival-Date", "Received-Date")) {
      reader.date(name).ifPresent(dates::add);
    }
    if (dates.size() == 2 && !dates.get(0).equals(dates.get(1))) {
      reader.note("Arrival-Date");
      reader.note("Received-Date");
      return null;
    }
    return dates.isEmpty() ? null : dates.get(0);
  }

  /** What a multipart says to be a feedback report. */
  static Optional<Part> among(List<Part> parts) {
    return parts.stream().filter(part -> part.type().equals(TYPE)).findFirst();
  }
}
