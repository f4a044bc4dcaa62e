package nl.poort25.audit;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Fields of an act with their values as the log has them; one without a value is left out. */
public final class ActFields extends AbstractMap<String, String> {
  private final Map<String, String> values = new LinkedHashMap<>();

  private ActFields() {}

  /**
   * @param field as in {@code audit.field.…}
   * @param value null for none; of a constant, its name
   */
  public static ActFields of(String field, Object value) {
    return new ActFields().and(field, value);
  }

  public ActFields and(String field, Object value) {
    if (value != null) {
      values.put(field, value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
    return this;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return values.entrySet();
  }
}
