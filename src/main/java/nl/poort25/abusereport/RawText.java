package nl.poort25.abusereport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** The upload as text before it is parsed, one character per byte. */
final class RawText {
  private static final String MARK = "\u00ef\u00bb\u00bf";
  private static final int MOST_MARKS = 3;
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");

  /** Of a hundred characters, how many of text are no control. */
  private static final int MOST_CONTROLS = 5;

  private RawText() {}

  /**
   * Without a byte order mark and empty lines in front of it, as editors and copying leave them.
   */
  static String without(String text) {
    String rest = text;
    for (int marks = 0; marks < MOST_MARKS; marks++) {
      int at = rest.startsWith(MARK) ? MARK.length() : 0;
      int line = at;
      while (at < rest.length() && " \t\r\n".indexOf(rest.charAt(at)) >= 0) {
        if (rest.charAt(at++) == '\n') {
          line = at;
        }
      }
      if (line == 0) {
        return rest;
      }
      rest = rest.substring(line);
    }
    return rest;
  }

  /** Whatever program saved it: the same report is one, with any line ends. */
  static byte[] canonical(byte[] raw) {
    String text = without(new String(raw, ISO_8859_1));
    return LINE_ENDS.matcher(text).replaceAll("\n").stripTrailing().getBytes(ISO_8859_1);
  }

  /** Not the file of a program: a picture, a document, a message as Outlook keeps it. */
  static boolean isText(String text) {
    String begin = text.substring(0, Math.min(text.length(), 2000));
    long controls = begin.chars().filter(c -> c < ' ' && "\t\r\n\f\u001b".indexOf(c) < 0).count();
    return 100 * controls <= (long) MOST_CONTROLS * begin.length();
  }
}
