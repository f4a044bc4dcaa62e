package nl.poort25.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the mark of a form at the end of its body without parsing the whole. */
final class SentMark {
  /** Bytes that a mark and what may follow it have. */
  static final int END = 8192;

  private static final Pattern ENCODED =
      Pattern.compile(
          "(?:^|&)" + FormMarks.FIELD + "=((?:[A-Za-z0-9+/=:._-]|%[0-9A-Fa-f]{2})+)(?:&|$)");
  private static final Pattern PART =
      Pattern.compile(
          "\r\n[^\r\n]{1,200}name=\"" + FormMarks.FIELD + "\"\r\n\r\n([A-Za-z0-9+/=:]+)\r\n--");

  private SentMark() {}

  /** As it was put into the page; empty where the form has none. */
  static Optional<String> in(byte[] end) {
    String text = new String(end, StandardCharsets.ISO_8859_1);
    for (var pattern : new Pattern[] {ENCODED, PART}) {
      var found = pattern.matcher(text);
      if (found.find()) {
        return Optional.of(
            pattern == PART
                ? found.group(1)
                : URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
