package nl.poort25.abuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** A mailbox file (RFC 4155, and its kin that quotes with ">From "). */
final class Mailbox {
  private static final String FROM = "From ";

  private Mailbox() {}

  /**
   * @throws nl.poort25.web.Malformed for more messages than the limit
   */
  static List<byte[]> split(byte[] file, ReportLimits limits) {
    String text = new String(file, ISO_8859_1);
    if (!text.startsWith(FROM)) {
      return List.of(file);
    }
    var messages = new ArrayList<byte[]>();
    var message = new StringBuilder();
    boolean afterEmpty = true;
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int next = newline < 0 ? text.length() : newline + 1;
      if (afterEmpty && text.startsWith(FROM, at)) {
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

  private static void add(List<byte[]> messages, StringBuilder message, ReportLimits limits) {
    if (message.isEmpty()) {
      return;
    }
    if (messages.size() == limits.reports()) {
      throw ReportFault.TOO_MANY.refusal(String.valueOf(limits.reports()));
    }
    messages.add(message.toString().getBytes(ISO_8859_1));
  }

  private static boolean isQuoted(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '>') {
      end++;
    }
    return end > at && text.startsWith(FROM, end);
  }
}
