package nl.poort25.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A block of header fields (RFC 5322 2.2), unfolded; lines that are none are left out. */
final class MailFields {
  private static final int MOST = 1000;
  private static final int LONGEST = 16 * 1024;

  private final List<Field> fields = new ArrayList<>();
  private int end;

  /**
   * @param name as written
   */
  record Field(String name, String value) {
    boolean isCalled(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  private MailFields() {}

  /**
   * Reads as far as the first empty line, or the end.
   *
   * @throws nl.poort25.web.Malformed for more, or longer, fields than any mail has
   */
  static MailFields read(String text) {
    var read = new MailFields();
    var name = "";
    var value = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int lineEnd = newline < 0 ? text.length() : newline;
      int next = newline < 0 ? text.length() : newline + 1;
      if (lineEnd > at && text.charAt(lineEnd - 1) == '\r') {
        lineEnd--;
      }
      if (lineEnd == at) {
        at = next;
        break;
      }
      char first = text.charAt(at);
      if (first == ' ' || first == '\t') {
        value.append(' ').append(text, at, lineEnd);
      } else {
        read.add(name, value);
        int colon = colon(text, at, lineEnd);
        name = colon < 0 ? "" : text.substring(at, colon).strip();
        value = new StringBuilder();
        value.append(text, colon < 0 ? lineEnd : colon + 1, lineEnd);
      }
      if (value.length() > LONGEST) {
        throw ReportFault.HEADERS.refusal(name);
      }
      at = next;
    }
    read.add(name, value);
    read.end = at;
    return read;
  }

  // a field's name is short and has no space in it (before the colon there may be some)
  private static int colon(String text, int from, int to) {
    int colon = text.indexOf(':', from);
    return colon < 0 || colon >= to || colon == from || colon - from > 200 ? -1 : colon;
  }

  private void add(String name, StringBuilder value) {
    if (name.isEmpty() || name.indexOf(' ') >= 0) {
      return;
    }
    if (fields.size() == MOST) {
      throw ReportFault.HEADERS.refusal(name);
    }
    fields.add(new Field(name, value.toString().strip()));
  }

  /** Where the body begins in what was read. */
  int end() {
    return end;
  }

  List<Field> all() {
    return List.copyOf(fields);
  }

  List<String> values(String name) {
    return fields.stream().filter(f -> f.isCalled(name)).map(Field::value).toList();
  }

  /** The first of that name, which a server on the way added last. */
  Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  /** The same in small letters; "" where there is none. */
  String word(String name) {
    return first(name).orElse("").toLowerCase(Locale.ROOT);
  }
}
