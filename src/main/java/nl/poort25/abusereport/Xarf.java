package nl.poort25.abusereport;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;

/**
 * Reads a report in XARF version 3 or 4: a JSON object. Its evidence is not looked into. Names of
 * its values are compared without their case.
 */
final class Xarf {
  private static final Pattern VERSION = Pattern.compile("[34](\\.\\d{1,4}){0,2}");
  private static final int LONGEST_VALUE = 1000;
  private static final int HIGHEST_PORT = 65535;
  private static final String UNREADABLE = "\u2026";

  /** Of version 4, and then of 3. */
  private static final List<String> SHOWN =
      List.of(
          "report_id",
          "timestamp",
          "category",
          "class",
          "type",
          "source_identifier",
          "source_port",
          "evidence_source",
          "description",
          "protocol",
          "smtp_from",
          "subject",
          "first_seen",
          "last_seen",
          "reportclass",
          "reporttype",
          "date",
          "sourceip",
          "sourceport",
          "smtpmailfromaddress",
          "smtpmessagesubject");

  private final Map<String, JsonValue> report;
  private final List<UnparsedPart> notRead = new ArrayList<>();

  private Xarf(Map<String, JsonValue> report) {
    this.report = report;
  }

  /**
   * @param text in JSON
   * @param arrivedAt when the mail that carried it was taken, or null
   */
  static ParsedReport read(String text, Instant arrivedAt) {
    var whole = byName(JsonText.read(text));
    var version = whole.get("xarf_version");
    if (version != null) {
      check(version);
      return new Xarf(whole).report(whole, arrivedAt);
    }
    if (whole.get("report") instanceof JsonObject report && whole.get("version") != null) {
      check(whole.get("version"));
      return new Xarf(byName(report)).report(whole, arrivedAt);
    }
    throw ReportFault.NO_XARF.refusal(String.join(", ", whole.keySet()));
  }

  private static void check(JsonValue version) {
    String written = JsonText.words(version).orElse(UNREADABLE).strip();
    if (!VERSION.matcher(written).matches()) {
      throw ReportFault.VERSION.refusal(written);
    }
  }

  private static Map<String, JsonValue> byName(JsonObject object) {
    var values = new TreeMap<String, JsonValue>(String.CASE_INSENSITIVE_ORDER);
    object.forEach(values::putIfAbsent);
    return values;
  }

  private ParsedReport report(Map<String, JsonValue> whole, Instant arrivedAt) {
    var literal = AddressLiteral.of(text("source_identifier", "sourceip"));
    if (literal.isEmpty()) {
      note("source_identifier", "sourceip");
    }
    return new ParsedReport(
        Format.XARF,
        about(),
        literal.map(AddressLiteral::address).orElse(null),
        port(literal.map(AddressLiteral::port).orElse(null)),
        ReceivedMatch.NONE,
        1,
        date(),
        null,
        null,
        arrivedAt,
        List.copyOf(notRead),
        excerpt(whole));
  }

  private Instant date() {
    String written = text("timestamp", "date");
    var date = MailDate.ofJson(written).or(() -> MailDate.ofMail(written));
    if (date.isEmpty()) {
      note("timestamp", "date");
    }
    return date.orElse(null);
  }

  /**
   * @param other behind the address, or null
   */
  private Integer port(Integer other) {
    String digits = text("source_port", "sourceport");
    if (digits.isEmpty()) {
      note("source_port", "sourceport");
      return other;
    }
    if (digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= HIGHEST_PORT) {
      return Integer.valueOf(digits);
    }
    note("source_port", "sourceport");
    return null;
  }

  private ComplaintType about() {
    var type = ComplaintType.ofType(text("type", "reporttype"));
    return type != ComplaintType.OTHER ? type : ComplaintType.ofType(text("category", "class"));
  }

  /** Of the first of two names; empty where there is none, or none that can be written. */
  private String text(String name, String other) {
    return JsonText.words(value(name, other)).orElse("").strip();
  }

  private JsonValue value(String name, String other) {
    return report.getOrDefault(name, report.get(other));
  }

  /** That something is there, and of no use. */
  private void note(String name, String other) {
    var value = value(name, other);
    if (value != null && value != JsonValue.NULL) {
      String written = JsonText.words(value).orElse(UNREADABLE);
      notRead.add(UnparsedPart.field(report.containsKey(name) ? name : other, written));
    }
  }

  private String excerpt(Map<String, JsonValue> whole) {
    var text = new StringBuilder();
    for (String name : List.of("reporter", "reporterinfo")) {
      if (whole.get(name) instanceof JsonObject reporter) {
        reporter.forEach((key, value) -> line(text, "reporter " + key, value));
      }
    }
    SHOWN.forEach(name -> line(text, name, report.get(name)));
    return SanitizedText.lines(text.toString(), Excerpt.LONGEST);
  }

  private static void line(StringBuilder text, String name, JsonValue value) {
    if (value != null && text.length() < Excerpt.LONGEST) {
      text.append(SanitizedText.line(name, LONGEST_VALUE))
          .append(": ")
          .append(SanitizedText.line(JsonText.words(value).orElse(UNREADABLE), LONGEST_VALUE))
          .append('\n');
    }
  }
}
