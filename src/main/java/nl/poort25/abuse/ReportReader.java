package nl.poort25.abuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import nl.poort25.abuse.MimeReader.Part;

/**
 * Reads one report, be it a mail with a feedback report or XARF in it, or XARF alone. Everything is
 * written by a stranger: it costs time in proportion to its size, follows no link, and ends in a
 * report or a refusal that says why.
 */
final class ReportReader {
  private final ReportLimits limits;

  ReportReader(ReportLimits limits) {
    this.limits = limits;
  }

  /**
   * @throws nl.poort25.web.Malformed whatever is wrong with it
   */
  ParsedReport read(byte[] raw) {
    if (raw.length > limits.bytes()) {
      throw ReportFault.TOO_LARGE.refusal(String.valueOf(limits.bytes() / 1024));
    }
    String text = new String(raw, ISO_8859_1);
    if (text.isBlank()) {
      throw ReportFault.EMPTY.refusal("");
    }
    String json = withoutMark(text).stripLeading();
    if (json.startsWith("{")) {
      return Xarf.read(Printable.decoded(json), null);
    }
    var reader = new MimeReader(limits);
    return find(reader.message(text, 0), reader)
        .orElseThrow(() -> ReportFault.NO_REPORT.refusal("multipart/report"));
  }

  // a byte order mark, which some editors put before UTF-8
  private static String withoutMark(String text) {
    return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }

  /** The report within a message, or within one that was forwarded whole. */
  private Optional<ParsedReport> find(Part part, MimeReader reader) {
    if (part.type().isMultipart()) {
      return among(part, reader);
    }
    if (part.type().isMessage()) {
      return find(reader.message(part.content(), part.depth() + 1), reader);
    }
    return Optional.empty();
  }

  private Optional<ParsedReport> among(Part multipart, MimeReader reader) {
    var parts = reader.children(multipart);
    var json = parts.stream().filter(part -> part.type().isJson()).findFirst();
    if (json.isPresent()) {
      String text = Printable.decoded(withoutMark(json.get().content()));
      var arrived = ReceivedChain.of(multipart.fields()).date().orElse(null);
      return Optional.of(Xarf.read(text, arrived));
    }
    if (multipart.type().isFeedbackReport()) {
      return Optional.of(Arf.read(multipart, parts, reader));
    }
    for (Part part : parts) {
      var found = find(part, reader);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
