package nl.poort25.web;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.poort25.text.Text;

/** What is wrong with the fields of a form, in the order of the page; one message a field. */
public final class FormErrors {
  private final Map<String, Text> byField = new LinkedHashMap<>();

  public FormErrors add(String field, Text message) {
    byField.putIfAbsent(field, message);
    return this;
  }

  public FormErrors add(String field, String key, Object... arguments) {
    return add(field, Text.of(key, arguments));
  }

  /** A field that must be filled in, trimmed; null (and an error) where it is not. */
  public String required(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      add(field, "web.form.required");
      return null;
    }
    return optional(field, value, longest);
  }

  /** A field that may stay empty, trimmed; null where it is. */
  public String optional(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String trimmed = value.strip();
    if (trimmed.length() > longest) {
      add(field, "web.form.too-long", longest);
      return null;
    }
    if (trimmed.chars().anyMatch(c -> c < 32 && c != '\n' && c != '\r' && c != '\t')
        || trimmed.indexOf(0x7f) >= 0
        || trimmed.indexOf('\ufffd') >= 0) {
      add(field, "web.form.control");
      return null;
    }
    return trimmed;
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  public Text of(String field) {
    return byField.get(field);
  }

  public boolean has(String field) {
    return byField.containsKey(field);
  }

  /**
   * How a field shows what is wrong with it.
   *
   * @param hinted whether a hint stands above it
   */
  public FieldMarks marks(String field, boolean hinted) {
    return new FieldMarks(field, has(field), hinted);
  }

  public Map<String, Text> getAll() {
    return byField;
  }
}
