package nl.poort25.abuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Takes a message apart, only as far as it is asked to, and counts on the way: what is inside a
 * reported message is never looked at. A library would have built the whole tree before anything
 * can be counted. Text is one character a byte.
 */
final class MimeReader {
  private static final int LONGEST_BOUNDARY = 200;

  private final ReportLimits limits;
  private int parts;

  MimeReader(ReportLimits limits) {
    this.limits = limits;
  }

  /**
   * @param depth of the message that was uploaded: 0
   */
  record Part(MailFields fields, ContentType type, String body, int depth) {
    /** The body without its transfer encoding. */
    String content() {
      return switch (fields.word("Content-Transfer-Encoding").strip()) {
        case "base64" -> base64(body);
        case "quoted-printable" -> quotedPrintable(body);
        default -> body;
      };
    }
  }

  /** The message that was uploaded, or one within a part. */
  Part message(String text, int depth) {
    if (depth > limits.depth()) {
      throw ReportFault.TOO_DEEP.refusal(String.valueOf(limits.depth()));
    }
    if (++parts > limits.parts()) {
      throw ReportFault.TOO_MANY_PARTS.refusal(String.valueOf(limits.parts()));
    }
    var fields = MailFields.read(text);
    return new Part(
        fields,
        ContentType.of(fields.first("Content-Type").orElse("")),
        text.substring(fields.end()),
        depth);
  }

  /** What a multipart holds. */
  List<Part> children(Part multipart) {
    String boundary = multipart.type().parameters().getOrDefault("boundary", "");
    if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw ReportFault.BOUNDARY.refusal(boundary);
    }
    var children = new ArrayList<Part>();
    for (String section : sections(multipart.body(), "--" + boundary)) {
      children.add(message(section, multipart.depth() + 1));
    }
    return children;
  }

  private List<String> sections(String body, String delimiter) {
    var sections = new ArrayList<String>();
    int begin = -1;
    int at = 0;
    while (at < body.length()) {
      int newline = body.indexOf('\n', at);
      int end = newline < 0 ? body.length() : newline;
      if (body.startsWith(delimiter, at)) {
        String rest =
            body.substring(at + delimiter.length(), Math.max(end, at + delimiter.length()));
        boolean last = rest.startsWith("--");
        if (last || rest.isBlank()) {
          if (begin >= 0) {
            sections.add(body.substring(begin, Math.max(begin, beforeLineBreak(body, at))));
          }
          if (sections.size() > limits.parts()) {
            throw ReportFault.TOO_MANY_PARTS.refusal(String.valueOf(limits.parts()));
          }
          begin = last ? -1 : end + 1;
          if (last) {
            return sections;
          }
        }
      }
      at = end + 1;
    }
    if (begin >= 0 && begin <= body.length()) {
      sections.add(body.substring(begin)); // cut off before its end
    }
    return sections;
  }

  // the line break before a delimiter belongs to it (RFC 2046 5.1.1)
  private static int beforeLineBreak(String body, int at) {
    int end = at > 0 && body.charAt(at - 1) == '\n' ? at - 1 : at;
    return end > 0 && body.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private static String base64(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text.getBytes(ISO_8859_1)), ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw ReportFault.ENCODING.refusal("base64");
    }
  }

  private static String quotedPrintable(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '=') {
        plain.append(c);
        continue;
      }
      int line = text.startsWith("\r\n", i + 1) ? 2 : text.startsWith("\n", i + 1) ? 1 : 0;
      if (line > 0) {
        i += line;
      } else if (i + 2 < text.length() && hex(text, i + 1) >= 0) {
        plain.append((char) hex(text, i + 1));
        i += 2;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
