package nl.poort25.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads comma-separated values as in RFC 4180, or separated by semicolons as spreadsheets here
 * write them, or by tabs as they are copied: whichever the first line has most of, or says by
 * "sep=". Every kind of space is a space.
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

  private static final String SEPARATORS = ";,\t";
  private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

  /** What a page or a word processor leaves around a cell, besides spaces, and nobody sees. */
  private static final String UNSEEN = "\u200b\u2060\ufeff";

  /** The first line that a spreadsheet writes for itself. */
  private static final Pattern SEP =
      Pattern.compile("\"?sep=([;,\t|])\"?[;,\t ]*(\\r?\\n|\\r|$)", Pattern.CASE_INSENSITIVE);

  /** How a spreadsheet is told not to take a cell for a number: ="00123". */
  private static final Pattern LITERAL = Pattern.compile("=\"([^\"]*)\"");

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
    var sep = SEP.matcher(text);
    if (sep.lookingAt()) {
      separator = sep.group(1).charAt(0);
      at = sep.end();
      line = 2;
    } else {
      separator = mostOf(text.lines().filter(l -> !l.isBlank()).findFirst().orElse(""));
    }
  }

  private static char mostOf(String line) {
    char most = SEPARATORS.charAt(0);
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char c = SEPARATORS.charAt(i);
      most = count(line, c) > count(line, most) ? c : most;
    }
    return most;
  }

  /**
   * All rows but those without anything in them.
   *
   * @throws Unreadable if a quotation mark is not closed, or text follows after it
   */
  static List<Row> read(String text) throws Unreadable {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    return new Csv(SPACES.matcher(plain).replaceAll(" ")).rows();
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }

  private List<Row> rows() throws Unreadable {
    var rows = new ArrayList<Row>();
    while (at < text.length()) {
      int begin = line;
      var fields = new ArrayList<String>();
      do {
        fields.add(field());
      } while (goesOn());
      if (fields.stream().anyMatch(field -> !field.isEmpty())) {
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
    String field = stripped(text.substring(from, at));
    var literal = LITERAL.matcher(field);
    return literal.matches() ? literal.group(1).strip() : field;
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
    return stripped(field.toString());
  }

  private static String stripped(String field) {
    int from = 0;
    int to = field.length();
    while (from < to && isAround(field.charAt(from))) {
      from++;
    }
    while (to > from && isAround(field.charAt(to - 1))) {
      to--;
    }
    return field.substring(from, to);
  }

  private static boolean isAround(char c) {
    return Character.isWhitespace(c) || UNSEEN.indexOf(c) >= 0;
  }

  private boolean endsField(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}
