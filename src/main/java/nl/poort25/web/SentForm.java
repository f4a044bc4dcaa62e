package nl.poort25.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a form as they were sent, for a form class to read itself from where the fields are
 * not the same each time. A form with the same fields each time has them as {@code @FormParam}.
 */
public final class SentForm {
  /** Of a form that was not sent yet. */
  public static final SentForm NONE = new SentForm(Map.of());

  private final Map<String, List<String>> fields;

  public SentForm(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** The same with each value as it is kept: trimmed, and with line breaks of one kind. */
  public SentForm trimmed() {
    var trimmed = new HashMap<String, List<String>>();
    fields.forEach(
        (name, values) ->
            trimmed.put(name, values.stream().map(v -> v.replace("\r\n", "\n").strip()).toList()));
    return new SentForm(trimmed);
  }

  public Set<String> names() {
    return fields.keySet();
  }

  /** Whether it was sent, be it empty: of a check box or a button, whether it was used. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Empty where it was not sent. */
  public String text(String field) {
    return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }

  /** The constants of which a check box was ticked; anything else that was sent is left out. */
  public <E extends Enum<E>> Set<E> choices(Class<E> type, String field) {
    return ChoiceParser.all(type, fields.getOrDefault(field, List.of()));
  }

  /** The ids of which a check box was ticked; anything else that was sent is left out. */
  public Set<Long> ids(String field) {
    return fields.getOrDefault(field, List.of()).stream()
        .map(ChoiceParser::id)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The version that somebody saw; one that no page has shown where it cannot be read. */
  public int version() {
    String version = text("version");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
  }
}
