package nl.poort25.abusereport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nl.poort25.text.Characters;

/** Sanitizes untrusted text for storage and for display to staff. */
final class SanitizedText {
  private SanitizedText() {}

  /** One line of at most that many characters. */
  static String line(String text, int longest) {
    return shortened(text.substring(0, Math.min(text.length(), 4 * longest)), longest, false);
  }

  /** Several lines of at most that many characters together. */
  static String lines(String text, int longest) {
    return shortened(text, longest, true);
  }

  private static String shortened(String text, int longest, boolean lines) {
    var clean = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < text.length() && clean.length() < longest - 2; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      clean.appendCodePoint((lines && c == '\n') || Characters.isVisible(c) ? c : ' ');
    }
    if (clean.length() >= longest - 2) {
      clean.append('\u2026');
    }
    return clean.toString().strip();
  }

  /** What the bytes behind these characters (one each) say as UTF-8, if they are that. */
  static String decoded(String latin1) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return latin1;
    }
  }
}
