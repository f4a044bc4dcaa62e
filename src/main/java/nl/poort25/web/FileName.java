package nl.poort25.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of files: what comes in is somebody's word, what goes out stands in a header. */
public final class FileName {
  private static final int LONGEST = 100;

  private FileName() {}

  /**
   * The name without folders, control and format characters and what some file system cannot take;
   * at most 100 characters, of which the ending is kept; empty where nothing is left.
   */
  public static String clean(String sent) {
    String name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name =
        name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\ufffd]", "")
            .replaceAll("[\"<>:|?*%;]", "_")
            .replaceAll("\\s+", " ")
            .replaceAll("^[. ]+|[. ]+$", "");
    return name.length() <= LONGEST ? name : shortened(name);
  }

  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int end = LONGEST - ending.length();
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
        + ending;
  }

  /** The header that has a browser save the file instead of showing it (RFC 6266, RFC 8187). */
  public static String disposition(String name) {
    String plain = clean(name).replaceAll("[^A-Za-z0-9._ ()-]", "_");
    var encoded = new StringBuilder();
    for (byte b : clean(name).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
