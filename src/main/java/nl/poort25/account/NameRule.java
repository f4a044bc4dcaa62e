package nl.poort25.account;

import nl.poort25.web.FormErrors;

/** Names of people, partners and customers: one line, nothing in it that cannot be seen. */
final class NameRule {
  private static final int LONGEST = 100;

  private NameRule() {}

  /** The name with single spaces; null (and an error) where it is none. */
  static String check(FormErrors errors, String field, String typed) {
    String name = errors.required(field, typed, 4 * LONGEST);
    if (name == null) {
      return null;
    }
    String single = name.replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (single.isEmpty()) {
      errors.add(field, "web.form.required");
      return null;
    }
    if (single.length() > LONGEST) {
      errors.add(field, "web.form.too-long", LONGEST);
      return null;
    }
    if (single.codePoints().anyMatch(NameRule::unseen)) {
      errors.add(field, "web.form.control");
      return null;
    }
    return single;
  }

  /** Direction marks and the like would let one name pass for another. */
  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
