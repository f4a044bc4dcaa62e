package nl.poort25.account;

import java.util.Locale;

/** RFC 4648 base32 without padding: how an authenticator app takes a secret. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /**
   * Takes either case and skips padding; bits that fill no byte are dropped.
   *
   * @throws IllegalArgumentException for a character outside the alphabet
   */
  static byte[] decode(String text) {
    String digits = text.toUpperCase(Locale.ROOT).replace("=", "");
    var bytes = new byte[digits.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = ALPHABET.indexOf(digits.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not base32");
      }
      buffer = (buffer << 5) | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes;
  }
}
