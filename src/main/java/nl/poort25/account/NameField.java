package nl.poort25.account;

import java.util.regex.Pattern;
import nl.poort25.text.Characters;
import nl.poort25.web.FormErrors;

/** Validates names of people, partners and customers: one line without invisible characters. */
public final class NameField {
  private static final int LONGEST = 100;

  /** What some programs read as a full stop. */
  private static final Pattern DOTS = Pattern.compile("[\u3002\uff0e\uff61\u2024\ufe52]");

  /**
   * What a program for mail would make a link of: names stand in mails to people who do not know
   * who chose them. Initials and abbreviations (J.P., B.V., St. Jan) are none: a last label of one
   * letter is no domain, and after a full stop a space may follow.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "[\\p{L}\\p{N}_-]\\.(?=[\\p{L}\\p{N}-]*\\p{L})[\\p{L}\\p{N}-]{2,}"
              + "|\\d+(\\.\\d+){3}|://|//|@|(?i:\\bwww\\b|\\b[a-z][a-z+-]+:\\S)");

  private NameField() {}

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
    // direction marks and the like would let one name pass for another
    if (!single.codePoints().allMatch(Characters::isVisible)) {
      errors.add(field, "web.form.control");
      return null;
    }
    return single;
  }

  /**
   * The same for a name that goes into mails.
   *
   * @param now the name so far, which is not judged anew where it stays; null for a new one
   */
  public static String checkForMail(FormErrors errors, String field, String typed, String now) {
    if (now != null && now.equals(typed)) {
      return now;
    }
    String name = check(errors, field, typed);
    if (name != null && LINK.matcher(DOTS.matcher(name).replaceAll(".")).find()) {
      errors.add(field, "account.name.link");
      return null;
    }
    return name;
  }
}
