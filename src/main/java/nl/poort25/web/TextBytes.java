package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Decodes an uploaded file as text, in the encodings that spreadsheets and editors here use. */
final class TextBytes {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Besides letters: in another encoding than Windows', letters would come out as anything. */
  private static final String PUNCTUATION =
      "\u20ac\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u00b7\u00b0\u00df";

  private TextBytes() {}

  /** Without its mark; null where it is in none of them. */
  static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe)) {
      return decoded(bytes, 2, UTF_16LE);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return decoded(bytes, 2, UTF_16BE);
    }
    String text = decoded(bytes, 0, UTF_8);
    if (text != null) {
      // UTF-16 of plain letters is UTF-8 with every other character a zero
      return text.indexOf('\0') >= 0 ? null : text.startsWith("\ufeff") ? text.substring(1) : text;
    }
    String windows = decoded(bytes, 0, WINDOWS);
    return windows != null && windows.chars().allMatch(TextBytes::isUsual) ? windows : null;
  }

  private static boolean isUsual(int c) {
    return c < 0x7f
        ? c >= ' ' || c == '\n' || c == '\r' || c == '\t'
        : Character.isLetter(c) || PUNCTUATION.indexOf(c) >= 0;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static String decoded(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, bytes.length)))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
