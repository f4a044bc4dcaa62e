package nl.poort25.abuse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Content-Type field (RFC 2045 5.1).
 *
 * @param type such as "multipart/report", in small letters
 * @param parameters by their names in small letters
 */
record ContentType(String type, Map<String, String> parameters) {
  private static final int MOST_PARAMETERS = 20;

  static ContentType of(String value) {
    int semicolon = value.indexOf(';');
    String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    var parameters = new HashMap<String, String>();
    int at = semicolon;
    while (at >= 0 && at < value.length() && parameters.size() < MOST_PARAMETERS) {
      int equals = value.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = value.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
      var read = new StringBuilder();
      at = readValue(value, equals + 1, read);
      parameters.putIfAbsent(name, read.toString());
    }
    return new ContentType(
        type.isEmpty() ? "text/plain" : type.toLowerCase(Locale.ROOT), Map.copyOf(parameters));
  }

  /** Where the semicolon behind the value stands, or the end. */
  private static int readValue(String text, int from, StringBuilder into) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        into.append(text.charAt(at));
      }
      int semicolon = text.indexOf(';', at);
      return semicolon < 0 ? text.length() : semicolon;
    }
    int semicolon = text.indexOf(';', at);
    int end = semicolon < 0 ? text.length() : semicolon;
    into.append(text, Math.min(at, end), end);
    int last = into.length();
    while (last > 0 && into.charAt(last - 1) == ' ') {
      into.setLength(--last);
    }
    return end;
  }

  boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  boolean isMessage() {
    return type.equals("message/rfc822") || type.equals("message/global");
  }

  boolean isFeedbackReport() {
    return type.equals("multipart/report")
        && parameters.getOrDefault("report-type", "").equalsIgnoreCase("feedback-report");
  }

  boolean isJson() {
    return type.equals("application/json")
        || type.equals("text/json")
        || type.equals("application/xarf+json");
  }
}
