package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads multipart/form-data as browsers send it (RFC 7578): names and texts in UTF-8, and no more
 * parts and headers than a form of ours has. What the container offers has no such bounds, leaves
 * temporary files behind and reads names in another character set.
 */
final class Multipart {
  /** Parts of a form; ours have under fifty. */
  static final int MOST_PARTS = 200;

  /** Bytes of a part's headers: a name of a file takes most of it. */
  static final int LONGEST_HEADERS = 2048;

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data;\\s*boundary=(?:\"([0-9A-Za-z'()+_,./:=? -]{1,70})\""
              + "|([0-9A-Za-z'+_.-]{1,70}))\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DISPOSITION =
      Pattern.compile(
          "(?im)^content-disposition:[ \\t]*form-data;[ \\t]*name=\"([^\"]*)\""
              + "(?:;[ \\t]*filename=\"([^\"]*)\")?[ \\t]*\r?$");
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

  /** What was sent is no such form, or more than one. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why);
    }
  }

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final List<Upload.SentFile> files = new ArrayList<>();
  private final byte[] body;
  private final long longestTexts;
  private int texts;

  private Multipart(byte[] body, long longestTexts) {
    this.body = body;
    this.longestTexts = longestTexts;
  }

  /** Whether the type is one that {@link #read} takes. */
  static boolean isMultipart(String type) {
    return type != null && BOUNDARY.matcher(type).matches();
  }

  /**
   * @param longestTexts bytes of all that was typed
   */
  static Upload read(String type, byte[] body, long longestTexts) throws Unreadable {
    Matcher matcher = BOUNDARY.matcher(type);
    if (!matcher.matches()) {
      throw new Unreadable("type");
    }
    String boundary = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    var form = new Multipart(body, longestTexts);
    form.parts(("\r\n--" + boundary).getBytes(UTF_8));
    return new Upload(form.fields, form.files);
  }

  private void parts(byte[] delimiter) throws Unreadable {
    // the first delimiter has no line before it
    if (!hasAt(0, delimiter, 2)) {
      throw new Unreadable("no boundary at the start");
    }
    int at = delimiter.length - 2;
    for (int parts = 0; !isAt(at, "--"); parts++) {
      if (parts == MOST_PARTS || !isAt(at, "\r\n")) {
        throw new Unreadable(parts == MOST_PARTS ? "too many parts" : "boundary");
      }
      // the blank line may follow at once: then there are no headers, and so no name
      int blank = find(BLANK_LINE, at, Math.min(body.length, at + LONGEST_HEADERS));
      int end = blank < 0 ? -1 : find(delimiter, blank + 2, body.length);
      if (end < 0) {
        throw new Unreadable("a part without an end");
      }
      part(new String(body, at + 2, Math.max(0, blank - at - 2), UTF_8), blank + 4, end);
      at = end + delimiter.length;
    }
  }

  private void part(String headers, int from, int to) throws Unreadable {
    var disposition = DISPOSITION.matcher(headers);
    // an empty part: its end begins with the blank line's own line break
    int length = Math.max(0, to - from);
    if (!disposition.find()) {
      throw new Unreadable("a part without a name");
    }
    String field = unescaped(disposition.group(1));
    if (disposition.group(2) == null) {
      texts += length;
      if (texts > longestTexts) {
        throw new Unreadable("too much text");
      }
      fields
          .computeIfAbsent(field, key -> new ArrayList<>())
          .add(new String(body, from, length, UTF_8));
    } else if (!disposition.group(2).isEmpty() || length > 0) {
      byte[] bytes = new byte[length];
      System.arraycopy(body, from, bytes, 0, length);
      files.add(new Upload.SentFile(field, unescaped(disposition.group(2)), bytes));
    }
  }

  /** Browsers escape three characters in names, and no others. */
  private static String unescaped(String name) {
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  private boolean isAt(int at, String text) {
    return hasAt(at, text.getBytes(UTF_8), 0);
  }

  private boolean hasAt(int at, byte[] bytes, int skipped) {
    int length = bytes.length - skipped;
    if (at + length > body.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (body[at + i] != bytes[skipped + i]) {
        return false;
      }
    }
    return true;
  }

  private int find(byte[] bytes, int from, int to) {
    for (int at = from; at <= to - bytes.length; at++) {
      if (body[at] == bytes[0] && hasAt(at, bytes, 0)) {
        return at;
      }
    }
    return -1;
  }
}
