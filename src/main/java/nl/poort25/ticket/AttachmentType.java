package nl.poort25.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The types of attachments, recognised by name and first bytes; none that a browser or office
 * program executes.
 */
public enum AttachmentType {
  PDF("application/pdf", "255044462d", "pdf"),
  PNG("image/png", "89504e470d0a1a0a", "png"),
  JPEG("image/jpeg", "ffd8ff", "jpg", "jpeg"),
  ZIP("application/zip", "504b0304", "zip"),
  CSV("text/csv", null, "csv"),
  /** A mail, with its headers (RFC 5322). */
  EML("message/rfc822", null, "eml") {
    @Override
    boolean matches(byte[] bytes) {
      return super.matches(bytes) && HEADER.matcher(start(bytes)).lookingAt();
    }
  },
  TEXT("text/plain", null, "txt", "log");

  private static final Pattern HEADER = Pattern.compile("(From |[!-9;-~]+[ \\t]*:)");

  private final String media;
  private final byte[] magic;
  private final String[] endings;

  /**
   * @param magic how it begins, in hexadecimal; null for text
   */
  AttachmentType(String media, String magic, String... endings) {
    this.media = media;
    this.magic = magic == null ? null : HexFormat.of().parseHex(magic);
    this.endings = endings;
  }

  /** By the end of its name. */
  static Optional<AttachmentType> of(String name) {
    String ending = ending(name);
    return Arrays.stream(values())
        .filter(type -> Arrays.asList(type.endings).contains(ending))
        .findFirst();
  }

  /** What follows the last dot, in lower case; empty where there is none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether these bytes are what the name says. */
  boolean matches(byte[] bytes) {
    return magic == null
        ? isText(bytes)
        : bytes.length >= magic.length
            && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  /** Whatever its character set: no control characters but those that lay out a text. */
  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
  }

  /** The media type that it is served as. */
  public String media() {
    return media;
  }
}
