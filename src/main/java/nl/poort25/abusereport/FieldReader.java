package nl.poort25.abusereport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Parses the fields of a report one by one. A field that cannot be parsed, or stands there twice
 * with different values, is noted and does not spoil the others.
 */
final class FieldReader {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

  private final MailFields fields;
  private final List<UnparsedPart> notRead = new ArrayList<>();

  FieldReader(MailFields fields) {
    this.fields = fields;
  }

  List<UnparsedPart> unparsedParts() {
    return List.copyOf(notRead);
  }

  /** The value without comments. */
  Optional<String> word(String name) {
    return read(name, value -> Optional.of(plain(value)).filter(word -> !word.isEmpty()));
  }

  Optional<AddressLiteral> address(String name) {
    return read(name, AddressLiteral::of);
  }

  Optional<Instant> date(String name) {
    return read(name, value -> MailDate.ofMail(value).or(() -> MailDate.ofJson(value)));
  }

  Optional<Long> number(String name, long highest) {
    return read(
        name,
        value ->
            Optional.of(plain(value))
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Long::valueOf)
                .filter(number -> number <= highest));
  }

  /** Notes a field that is there and says what is not known. */
  void note(String name) {
    note(fields, name);
  }

  void note(MailFields of, String name) {
    notRead.add(UnparsedPart.field(name, String.join(" / ", of.values(name))));
  }

  private <T> Optional<T> read(String name, Function<String, Optional<T>> reader) {
    var values = fields.values(name);
    var read = new LinkedHashSet<T>();
    boolean all = true;
    for (String value : values) {
      var one = reader.apply(value);
      one.ifPresent(read::add);
      all &= one.isPresent();
    }
    if (values.isEmpty() || (all && read.size() == 1)) {
      return read.stream().findFirst();
    }
    note(name);
    return Optional.empty();
  }

  private static String plain(String value) {
    return MailDate.withoutComments(value).strip();
  }
}
