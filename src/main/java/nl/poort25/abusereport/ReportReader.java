package nl.poort25.abusereport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.poort25.abusereport.MimeReader.Part;
import nl.poort25.web.MalformedInput;

/**
 * Reads one report: a mail with a feedback report or XARF in it, XARF alone, or what somebody
 * wrote. Everything is written by a stranger: it costs time in proportion to its size, follows no
 * link, and ends in a report or a refusal that says why.
 */
final class ReportReader {
  private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,76}[ \\t]*:.*");
  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,2000}>");

  private final ReportLimits limits;

  ReportReader(ReportLimits limits) {
    this.limits = limits;
  }

  /**
   * @throws nl.poort25.web.MalformedInput whatever is wrong with it
   */
  ParsedReport read(byte[] raw) {
    String text = text(raw);
    if (!RawText.isText(text)) {
      throw ReportFault.NO_TEXT.refusal("");
    }
    if (JsonText.isJson(text.stripLeading())) {
      return Xarf.read(SanitizedText.decoded(text), null);
    }
    if (!FIELD.matcher(firstLine(text)).matches()) {
      return PlainComplaintParser.read(
          MailFields.NONE, SanitizedText.decoded(text), MailFields.NONE);
    }
    var reader = new MimeReader(limits);
    var outer = reader.message(text, 0);
    var report = find(outer, reader).orElseGet(() -> plain(outer));
    return outer.rest() == 0 ? report : report.with(rest(text, outer.rest()));
  }

  /** Of a file of JSON: what is none is refused. */
  ParsedReport readJson(byte[] raw) {
    return Xarf.read(SanitizedText.decoded(text(raw)), null);
  }

  private String text(byte[] raw) {
    if (raw.length > limits.bytes()) {
      throw ReportFault.TOO_LARGE.refusal(String.valueOf(limits.bytes() / 1024));
    }
    String text = RawText.without(new String(raw, ISO_8859_1));
    if (text.isBlank()) {
      throw ReportFault.EMPTY.refusal("");
    }
    return text;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** What stands behind the end: the first line of it. */
  private static UnparsedPart rest(String text, int bytes) {
    int at = text.stripTrailing().length() - bytes;
    return UnparsedPart.rest(
        bytes, 1 + (int) text.chars().limit(Math.max(0, at)).filter(c -> c == '\n').count());
  }

  /** The report within a message, or within one that was forwarded whole. */
  private Optional<ParsedReport> find(Part message, MimeReader reader) {
    var arrived = ReceivedChain.of(message.fields()).date().orElse(null);
    if (message.type().equals(Arf.TYPE)) {
      return Optional.of(Arf.read(message, message, MailFields.NONE));
    }
    return message.isMultipart()
        ? among(message, message, arrived, reader)
        : json(List.of(message), arrived).or(() -> inside(message, reader));
  }

  /**
   * @param message that the multipart is of, or is
   */
  private Optional<ParsedReport> among(
      Part message, Part multipart, Instant arrived, MimeReader reader) {
    var parts = multipart.children();
    var feedback = Arf.among(parts);
    if (feedback.isPresent()) {
      var arf = Arf.read(message, feedback.get(), original(parts));
      // what is called "xarf" there says all in its JSON
      return arf.source() != null
          ? Optional.of(arf)
          : json(parts, arrived).or(() -> Optional.of(arf));
    }
    var found = json(parts, arrived);
    if (found.isEmpty() && XarfYaml.isXarf(message)) {
      var original = original(parts);
      found =
          parts.stream()
              .filter(Part::isText)
              .flatMap(part -> XarfYaml.read(message, part.content(), original).stream())
              .findFirst();
    }
    for (int i = 0; found.isEmpty() && i < parts.size(); i++) {
      var part = parts.get(i);
      found = part.isMultipart() ? among(message, part, arrived, reader) : inside(part, reader);
    }
    return found;
  }

  /** The first part that is XARF; any other JSON is no report, and hides none. */
  private static Optional<ParsedReport> json(List<Part> parts, Instant arrived) {
    for (var part : parts) {
      String text = RawText.without(part.content()).stripLeading();
      if (text.startsWith("{") && (isJson(part) || isXarf(text))) {
        try {
          return Optional.of(Xarf.read(SanitizedText.decoded(text), arrived));
        } catch (MalformedInput e) {
          if (isXarf(text)) {
            throw e;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isJson(Part part) {
    return part.type().endsWith("/json") || part.type().endsWith("+json");
  }

  private static boolean isXarf(String json) {
    String lower = json.substring(0, Math.min(json.length(), 2000)).toLowerCase(Locale.ROOT);
    return lower.contains("\"xarf_version\"") || lower.contains("\"reporterinfo\"");
  }

  /** In a message that a part is: where it has more in it than is looked at, it is no report. */
  private Optional<ParsedReport> inside(Part part, MimeReader reader) {
    return opened(part, reader).flatMap(message -> find(message, reader));
  }

  private static Optional<Part> opened(Part part, MimeReader reader) {
    try {
      return part.isMessage()
          ? Optional.of(reader.message(part.content(), part.depth() + 1))
          : Optional.empty();
    } catch (MalformedInput e) {
      return Optional.empty();
    }
  }

  /** The headers of the first message, or of what was left of one. */
  private static MailFields original(List<Part> parts) {
    for (var part : parts) {
      if (part.isMessage() || part.isHeaders()) {
        return MimeReader.fields(part.content().stripLeading());
      }
    }
    return MailFields.NONE;
  }

  private static ParsedReport plain(Part outer) {
    var text = new StringBuilder();
    var original = plain(outer, text);
    return PlainComplaintParser.read(outer.fields(), text.toString(), original);
  }

  /** Gathers the first text of a message, and returns the headers of the one that it carries. */
  private static MailFields plain(Part part, StringBuilder text) {
    if (part.isMessage() || part.isHeaders()) {
      return MimeReader.fields(part.content().stripLeading());
    }
    if (part.isText() && text.isEmpty()) {
      String words = part.words();
      text.append(part.type().equals("text/html") ? TAGS.matcher(words).replaceAll(" ") : words);
    }
    var original = MailFields.NONE;
    for (var child : part.children()) {
      var found = plain(child, text);
      original = original.all().isEmpty() ? found : original;
    }
    return original;
  }
}
