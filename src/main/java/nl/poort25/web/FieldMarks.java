package nl.poort25.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a field of a form shows what is wrong with it: its attributes, each null where it has none.
 *
 * @param wrong whether a message stands above it
 * @param hinted whether a hint does
 */
public record FieldMarks(String field, boolean wrong, boolean hinted) {
  /** A class of its element. */
  public String style() {
    return wrong ? "is-invalid" : null;
  }

  /** Of {@code aria-invalid}. */
  public String invalid() {
    return wrong ? "true" : null;
  }

  /** Of {@code aria-describedby}: the ids of the hint and the message. */
  public String describedBy() {
    var ids =
        Stream.of(hinted ? field + "-hint" : "", wrong ? field + "-error" : "")
            .filter(id -> !id.isEmpty())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }
}
