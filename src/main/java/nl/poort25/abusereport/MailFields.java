package nl.poort25.abusereport;

import java.util.List;
import java.util.Optional;

/**
 * A block of header fields (RFC 5322 2.2), unfolded.
 *
 * @param all in their order
 */
record MailFields(List<MailFields.Field> all) {
  static final MailFields NONE = new MailFields(List.of());

  /**
   * @param name as written
   */
  record Field(String name, String value) {
    boolean isCalled(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  MailFields {
    all = List.copyOf(all);
  }

  List<String> values(String name) {
    return all.stream().filter(f -> f.isCalled(name)).map(Field::value).toList();
  }

  /** The first of that name, which a server on the way added last. */
  Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }
}
