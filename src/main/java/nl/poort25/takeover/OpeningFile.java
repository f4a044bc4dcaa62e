package nl.poort25.takeover;

import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.poort25.imports.CsvFile;
import nl.poort25.imports.CsvRow;
import nl.poort25.imports.FileLine;
import nl.poort25.mailservice.Destination;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.web.MalformedInput;

/**
 * Reads what was open before the portal knew of it, from CSV, as far as a line can be judged by
 * itself.
 */
public final class OpeningFile {
  /** The names of the columns, in any order and case. */
  static final List<String> COLUMNS =
      List.of("address", "source", "connection", "kind", "since", "host");

  private static final int LONGEST_REFERENCE = 40;
  private static final int LONGEST_NAME = 100;

  /** What a spreadsheet puts behind a date. */
  private static final Pattern MIDNIGHT = Pattern.compile("[ T]0?0:00(:00)?$");

  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));
  private static final Map<String, ExemptionKind> KINDS =
      Map.of(
          "own_mail_service", ExemptionKind.OWN_MAIL_SERVICE,
          "own mail service", ExemptionKind.OWN_MAIL_SERVICE,
          "eigen maildienst", ExemptionKind.OWN_MAIL_SERVICE,
          "colocation", ExemptionKind.COLOCATION,
          "third_party", ExemptionKind.THIRD_PARTY,
          "third party", ExemptionKind.THIRD_PARTY,
          "derde partij", ExemptionKind.THIRD_PARTY);

  /**
   * What can be wrong with a line. Whether there is such a connection, and all that follows it,
   * only the database can tell.
   */
  enum Fault {
    NO_OPENINGS,
    EXEMPTION_KIND,
    SINCE,
    FUTURE,
    COLOCATION_SOURCE,
    FAMILY,
    HOST,
    TWICE,
    CONNECTION,
    KNOWN,
    /** in an open case of abuse: nothing opens it (4.14) */
    BLOCKED,
    /** an open case of its partner: what is new of him is held (4.14) */
    INVESTIGATED,
    /** in no prefix of the provider (2.2) */
    NOT_OURS,
    /** refused here, or closed here: that is not "open since before" */
    DECIDED,
    /** open since the portal decides what is open: then it is asked for */
    DECIDED_HERE
  }

  /**
   * One line of the file.
   *
   * @param flow what is open
   * @param reference of the connection, in capitals
   * @param since the beginning of that day in Amsterdam
   * @param host of the mail server, or the third party's name; null where it is not known
   */
  public record Entry(
      int number,
      String text,
      Flow flow,
      String reference,
      ExemptionKind kind,
      Instant since,
      String host)
      implements FileLine {

    /** What all entries of one exemption have in common. */
    String group() {
      return switch (kind) {
        case OWN_MAIL_SERVICE -> kind + " " + reference + " " + (flow.source() != null);
        case COLOCATION -> kind + " " + reference;
        case THIRD_PARTY ->
            kind + " " + reference + " " + (host == null ? "" : host.toLowerCase(Locale.ROOT));
      };
    }
  }

  private OpeningFile() {}

  public static CsvFile<Entry> read(String text, Instant now) {
    return CsvFile.read(text, COLUMNS, Fault.NO_OPENINGS, new Reader(now)::entry);
  }

  private static final class Reader {
    private final Instant now;
    private final Map<String, Integer> seen = new HashMap<>();

    Reader(Instant now) {
      this.now = now;
    }

    Entry entry(CsvRow row) {
      var kind = row.choice("kind", KINDS, Fault.EXEMPTION_KIND);
      String reference = row.get("connection").toUpperCase(Locale.ROOT);
      if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
        row.refuse(Fault.CONNECTION, MalformedInput.toDisplayText(reference));
      }
      var since = since(row);
      String host =
          kind == ExemptionKind.THIRD_PARTY
              ? row.optional("host", LONGEST_NAME, Fault.HOST)
              : host(row);
      var flow = flow(row, kind);
      if (!row.isGood()) {
        return null;
      }
      var entry = new Entry(row.number(), row.text(), flow, reference, kind, since, host);
      var first = seen.putIfAbsent(entry.group() + " " + flow.key(), row.number());
      if (first != null) {
        row.refuse(Fault.TWICE, first);
      }
      return entry;
    }

    private static Flow flow(CsvRow row, ExemptionKind kind) {
      Cidr to = row.parsed("address", Cidr::parseAddress);
      Cidr from = row.get("source").isEmpty() ? null : row.parsed("source", Cidr::parse);
      if (to == null || from == null) {
        return to == null ? null : new Flow(null, to);
      }
      if (kind == ExemptionKind.COLOCATION) {
        row.refuse(Fault.COLOCATION_SOURCE);
      }
      if (from.isIpv6() != to.isIpv6()) {
        row.refuse(Fault.FAMILY);
      }
      return new Flow(from, to);
    }

    private Instant since(CsvRow row) {
      String typed = row.get("since");
      var day = day(MIDNIGHT.matcher(typed).replaceFirst(""));
      if (day == null || day.isBefore(FIRST_DAY)) {
        row.refuse(Fault.SINCE, row.shown("since"));
        return null;
      }
      var begin = day.atStartOfDay(LocalizedTexts.ZONE).toInstant();
      if (begin.isAfter(now)) {
        row.refuse(Fault.FUTURE, row.shown("since"));
      }
      return begin;
    }

    private static LocalDate day(String typed) {
      for (var form : DATES) {
        var at = new ParsePosition(0);
        var parsed = form.parseUnresolved(typed, at);
        if (parsed != null && at.getErrorIndex() < 0 && at.getIndex() == typed.length()) {
          try {
            return LocalDate.parse(typed, form);
          } catch (DateTimeParseException e) {
            return null; // such as 31 June
          }
        }
      }
      return null;
    }

    private static String host(CsvRow row) {
      String typed = row.get("host");
      if (typed.isEmpty()) {
        return null;
      }
      try {
        var host = Destination.parse(typed);
        if (host.address().isEmpty()) {
          return host.toString();
        }
      } catch (MalformedInput e) {
        // not what is wanted either
      }
      row.refuse(Fault.HOST, row.shown("host"));
      return null;
    }
  }
}
