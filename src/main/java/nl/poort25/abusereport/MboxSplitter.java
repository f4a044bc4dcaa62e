package nl.poort25.abusereport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits an upload into reports: an mbox file (RFC 4155 and its variant that quotes with ">From "),
 * or a file of several JSON objects. Only the separator lines are dropped.
 */
final class MboxSplitter {
  private static final String FROM = "From ";

  /** With the date that programs write there (RFC 4155): it needs no empty line before it. */
  private static final Pattern DATED =
      Pattern.compile(
          "From .{0,300}[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]?[0-9] [0-9]{2}:[0-9]{2}(:[0-9]{2})?( .*)?");

  private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,76}[ \\t]*:.*");
  private static final int LONGEST_LINE = 500;

  private MboxSplitter() {}

  /**
   * One report, as it stood in the file.
   *
   * @param json whether the file is of JSON: then what is none is no complaint in words either
   */
  @SuppressWarnings("ArrayRecordComponent") // only handed on
  record Piece(byte[] bytes, boolean json) {}

  /**
   * @throws nl.poort25.web.Malformed for more messages than the limit
   */
  static List<Piece> split(byte[] file, ReportLimits limits) {
    String text = RawText.without(new String(file, ISO_8859_1));
    if (JsonText.isJson(text.stripLeading())) {
      return JsonText.objects(text, limits.reports()).stream()
          .map(one -> new Piece(one.getBytes(ISO_8859_1), true))
          .toList();
    }
    if (!text.startsWith(FROM) || !isFrom(text, 0, true)) {
      return List.of(new Piece(file, false));
    }
    var messages = new ArrayList<Piece>();
    var message = new StringBuilder();
    boolean afterEmpty = true;
    int at = 0;
    while (at < text.length()) {
      int next = end(text, at);
      if (text.startsWith(FROM, at) && isFrom(text, at, afterEmpty)) {
        add(messages, message, limits);
        message.setLength(0);
      } else {
        message.append(text, at + (isQuoted(text, at) ? 1 : 0), next);
      }
      afterEmpty = next - at <= 2 && text.substring(at, next).isBlank();
      at = next;
    }
    add(messages, message, limits);
    return messages;
  }

  /** Behind the line break of the line that begins there. */
  private static int end(String text, int at) {
    int newline = text.indexOf('\n', at);
    return newline < 0 ? text.length() : newline + 1;
  }

  /** Whether that line, which begins like one, stands between two messages, and not in one. */
  private static boolean isFrom(String text, int at, boolean afterEmpty) {
    int next = end(text, at);
    boolean dated = DATED.matcher(line(text, at)).matches();
    boolean beforeField = next < text.length() && FIELD.matcher(line(text, next)).matches();
    return afterEmpty ? dated || beforeField : dated && beforeField;
  }

  private static String line(String text, int at) {
    return text.substring(at, Math.min(end(text, at), at + LONGEST_LINE)).stripTrailing();
  }

  private static void add(List<Piece> messages, StringBuilder message, ReportLimits limits) {
    if (message.isEmpty()) {
      return;
    }
    if (messages.size() == limits.reports()) {
      throw ReportFault.TOO_MANY.refusal(String.valueOf(limits.reports()));
    }
    messages.add(new Piece(message.toString().getBytes(ISO_8859_1), false));
  }

  private static boolean isQuoted(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '>') {
      end++;
    }
    return end > at && text.startsWith(FROM, end);
  }
}
