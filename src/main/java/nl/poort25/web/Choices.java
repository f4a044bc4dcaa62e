package nl.poort25.web;

import java.util.Locale;

/** Reads what a select or radio buttons have sent. */
public final class Choices {
  private Choices() {}

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
}
