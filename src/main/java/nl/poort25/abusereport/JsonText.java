package nl.poort25.abusereport;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** JSON of strangers: bounded before a parser goes into it, and one object at a time. */
final class JsonText {
  private static final int DEEPEST = 16;

  private JsonText() {}

  /** What looks like it, be it good or not. */
  static boolean isJson(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  /**
   * The objects of a text, one after the other or in a list, and what stands between them, if that
   * is more than a comma.
   */
  static List<String> objects(String text, int most) {
    var found = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      add(found, text.substring(at, open < 0 ? text.length() : open).strip(), most);
      if (open < 0) {
        break;
      }
      int end = end(text, open);
      add(found, text.substring(open, end), most);
      at = end;
    }
    return found;
  }

  private static void add(List<String> found, String text, int most) {
    if (text.chars().allMatch(c -> c == ',' || c == '[' || c == ']' || Character.isWhitespace(c))) {
      return;
    }
    if (found.size() == most) {
      throw ReportFault.TOO_MANY.refusal(String.valueOf(most));
    }
    found.add(text);
  }

  /** Behind the bracket that closes it; of one that is cut off, where the next one begins. */
  private static int end(String text, int open) {
    int depth = 0;
    boolean inString = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        inString = false; // no string has a line break in it
        if (text.startsWith("{", i + 1) && depth > 0 && isCutOff(text, i + 1)) {
          return i;
        }
      } else if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth <= 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  // a line that begins as a report does, where another one has not ended
  private static boolean isCutOff(String text, int at) {
    String begin = text.substring(at, Math.min(text.length(), at + 80)).toLowerCase(Locale.ROOT);
    return begin.contains("\"xarf_version\"")
        || begin.contains("\"version\"")
        || begin.contains("\"reporterinfo\"");
  }

  /** JSON of at most {@value #DEEPEST} levels: counted before any parser goes down into them. */
  static JsonObject read(String text) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        if (++depth > DEEPEST) {
          throw ReportFault.TOO_DEEP.refusal(String.valueOf(DEEPEST));
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException
        | IllegalStateException
        | ArithmeticException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw ReportFault.JSON.refusal(String.valueOf(e.getMessage()));
    }
  }

  /**
   * As its own words; nothing for a number that the parser reads and then will not write, such as
   * one of 1,101 digits.
   */
  static Optional<String> words(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.getString());
    }
    try {
      return value == null || value == JsonValue.NULL
          ? Optional.empty()
          : Optional.of(value.toString());
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
