package nl.poort25.abuse;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.abuse.ParsedReport.About;
import nl.poort25.abuse.ParsedReport.Format;

/** Reads a report in XARF version 4: a JSON object. Its evidence is not looked into. */
final class Xarf {
  private static final Pattern VERSION = Pattern.compile("4\\.\\d{1,4}\\.\\d{1,4}");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final int DEEPEST = 16;
  private static final int LONGEST_VALUE = 1000;
  private static final List<String> SHOWN =
      List.of(
          "report_id",
          "timestamp",
          "category",
          "type",
          "source_identifier",
          "source_port",
          "evidence_source",
          "description",
          "protocol",
          "smtp_from",
          "subject",
          "first_seen",
          "last_seen");

  private Xarf() {}

  /**
   * @param text in JSON
   * @param arrivedAt when the mail that carried it was taken, or null
   */
  static ParsedReport read(String text, Instant arrivedAt) {
    var report = object(text);
    String version = string(report, "xarf_version");
    if (!VERSION.matcher(version).matches()) {
      throw ReportFault.VERSION.refusal(version);
    }
    string(report, "report_id");
    if (!(report.get("reporter") instanceof JsonObject)) {
      throw ReportFault.MISSING.refusal("reporter");
    }
    String timestamp = string(report, "timestamp");
    var at =
        MailDate.ofJson(timestamp)
            .orElseThrow(() -> ReportFault.VALUE.refusal("timestamp: " + timestamp));
    return new ParsedReport(
        Format.XARF,
        about(string(report, "category"), string(report, "type")),
        ReceivedChain.address(string(report, "source_identifier")).orElse(null),
        port(report),
        Chain.NONE,
        1,
        at,
        null,
        null,
        arrivedAt,
        excerpt(report));
  }

  /** JSON of at most {@value #DEEPEST} levels: counted before any parser goes down into them. */
  private static JsonObject object(String text) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        if (++depth > DEEPEST) {
          throw ReportFault.TOO_DEEP.refusal(String.valueOf(DEEPEST));
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException
        | IllegalStateException
        | ArithmeticException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw ReportFault.JSON.refusal(String.valueOf(e.getMessage()));
    }
  }

  private static String string(JsonObject report, String name) {
    if (!(report.get(name) instanceof JsonString value) || value.getString().isBlank()) {
      throw ReportFault.MISSING.refusal(name);
    }
    return value.getString();
  }

  /**
   * @throws nl.poort25.web.Malformed for a number that the parser reads and then will not write:
   *     one of 1,101 digits
   */
  private static String plain(JsonValue value) {
    try {
      return value.toString();
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      throw ReportFault.JSON.refusal(String.valueOf(e.getMessage()));
    }
  }

  private static Integer port(JsonObject report) {
    var value = report.get("source_port");
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    String digits = plain(value);
    if (!PORT.matcher(digits).matches() || Integer.parseInt(digits) > 65535) {
      throw ReportFault.VALUE.refusal("source_port: " + digits);
    }
    return Integer.valueOf(digits);
  }

  private static About about(String category, String type) {
    if (category.equals("messaging")) {
      return About.ABUSE;
    }
    return switch (type) {
      case "phishing", "fraud" -> About.FRAUD;
      case "malware", "virus" -> About.VIRUS;
      default -> About.OTHER;
    };
  }

  private static String excerpt(JsonObject report) {
    var text = new StringBuilder();
    if (report.get("reporter") instanceof JsonObject reporter) {
      reporter.forEach((name, value) -> line(text, "reporter " + name, value));
    }
    SHOWN.forEach(name -> line(text, name, report.get(name)));
    return Printable.lines(text.toString(), Excerpt.LONGEST);
  }

  private static void line(StringBuilder text, String name, JsonValue value) {
    if (value != null && text.length() < Excerpt.LONGEST) {
      String words = value instanceof JsonString string ? string.getString() : plain(value);
      text.append(Printable.line(name, LONGEST_VALUE))
          .append(": ")
          .append(Printable.line(words, LONGEST_VALUE))
          .append('\n');
    }
  }
}
