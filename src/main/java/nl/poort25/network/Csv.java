package nl.poort25.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as in RFC 4180, or separated by semicolons as spreadsheets here
 * write them: whichever the first line has more of.
 */
final class Csv {
  /** Of a whole table, where it cannot be told any more what belongs to which line. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    Unreadable(int line) {
      super("a quotation mark in line " + line);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  /**
   * @param line where it begins, counted from 1: a field in quotation marks may hold line ends
   * @param fields without white space around them
   */
  record Row(int line, List<String> fields) {
    String text() {
      return String.join("; ", fields);
    }
  }

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
    separator = count(text, ';') >= count(text, ',') ? ';' : ',';
  }

  /**
   * All rows but the empty ones.
   *
   * @throws Unreadable if a quotation mark is not closed, or text follows after it
   */
  static List<Row> read(String text) throws Unreadable {
    return new Csv(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
  }

  private static long count(String text, char separator) {
    return text.lines().findFirst().orElse("").chars().filter(c -> c == separator).count();
  }

  private List<Row> rows() throws Unreadable {
    var rows = new ArrayList<Row>();
    while (at < text.length()) {
      int begin = line;
      var fields = new ArrayList<String>();
      do {
        fields.add(field());
      } while (goesOn());
      if (fields.size() > 1 || !fields.get(0).isEmpty()) {
        rows.add(new Row(begin, fields));
      }
    }
    return rows;
  }

  /** Past the separator, or past the end of the line. */
  private boolean goesOn() {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    if (c == separator) {
      return true;
    }
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    return false;
  }

  private String field() throws Unreadable {
    int from = at;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    at = from;
    while (at < text.length() && !endsField(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at).strip();
  }

  private String quoted() throws Unreadable {
    int begin = line;
    var field = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (!doubled) {
          at++;
          return afterQuote(begin, field);
        }
        at++;
      }
      line += c == '\n' ? 1 : 0;
      field.append(c);
    }
    throw new Unreadable(begin);
  }

  private String afterQuote(int begin, StringBuilder field) throws Unreadable {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && !endsField(text.charAt(at))) {
      throw new Unreadable(begin);
    }
    return field.toString().strip();
  }

  private boolean endsField(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}
