package nl.poort25.web;

import java.util.List;
import java.util.Map;

/**
 * A form that may carry files, as {@link Uploads} read it.
 *
 * @param fields what was typed, by the name of the field
 */
public record Upload(Map<String, List<String>> fields, List<SentFile> files) {
  /**
   * @param field the name of the form's field
   * @param name as the sender calls it: for a page only after {@link FileName#clean}
   */
  @SuppressWarnings("ArrayRecordComponent") // only handed on
  public record SentFile(String field, String name, byte[] bytes) {}

  /** The first value of the field, or null. */
  public String text(String field) {
    var values = texts(field);
    return values.isEmpty() ? null : values.get(0);
  }

  /** Every value of the field, as checkboxes send them. */
  public List<String> texts(String field) {
    return fields.getOrDefault(field, List.of());
  }

  /** The files of one field; a field that was left empty has none. */
  public List<SentFile> files(String field) {
    return files.stream().filter(file -> file.field().equals(field)).toList();
  }
}
