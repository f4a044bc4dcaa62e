package nl.poort25.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads what selects, radio buttons and check boxes have sent: enum constants and ids. */
public final class ChoiceParser {
  private ChoiceParser() {}

  /** The constant of that name, or null, with an error at the field, for anything else. */
  public static <E extends Enum<E>> E read(
      Class<E> type, String field, String value, FormErrors errors) {
    E found = find(type, value);
    if (found == null) {
      errors.add(field, "web.form.choose");
    }
    return found;
  }

  /** The constant of that name in either case, or null: for filters in a URL. */
  public static <E extends Enum<E>> E find(Class<E> type, String value) {
    if (value != null) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
          return constant;
        }
      }
    }
    return null;
  }

  /** The constants of these names, in either case; what is none is left out. */
  public static <E extends Enum<E>> Set<E> all(Class<E> type, Collection<String> names) {
    var all = EnumSet.noneOf(type);
    for (String name : names) {
      E found = find(type, name);
      if (found != null) {
        all.add(found);
      }
    }
    return all;
  }

  /** The id that a select, a check box or a hidden field has sent; null for anything else. */
  public static Long id(String value) {
    return value == null || !value.matches("[0-9]{1,18}") ? null : Long.valueOf(value);
  }
}
