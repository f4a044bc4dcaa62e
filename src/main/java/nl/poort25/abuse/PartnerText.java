package nl.poort25.abuse;

import java.util.regex.Pattern;
import nl.poort25.web.FormErrors;
import nl.poort25.web.StaffReason;

/**
 * Validates text of staff that the partner will read: it must not contain a mail address, which
 * could be the complainant's.
 */
final class PartnerText {
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[^\\s@<>(),;:]{1,64}(?:@|%40)[^\\s@<>(),;:]{1,255}");

  private PartnerText() {}

  /**
   * The text, trimmed, or null with an error at the field. A mail address in it is refused: it
   * could be the complainant's, who is nobody's business.
   */
  static String required(FormErrors errors, String field, String typed, int longest) {
    return checked(errors, field, errors.required(field, typed, longest));
  }

  /** The same of an act of staff. */
  static StaffReason reason(FormErrors errors, String field, String typed, int longest) {
    return new StaffReason(field, typed, required(errors, field, typed, longest), errors);
  }

  /** The same for a text that may be left out. */
  static String optional(FormErrors errors, String field, String typed, int longest) {
    return checked(errors, field, errors.optional(field, typed, longest));
  }

  private static String checked(FormErrors errors, String field, String text) {
    if (text != null) {
      var address = MAIL_ADDRESS.matcher(text);
      if (address.find()) {
        errors.add(field, "abuse.mail-address", address.group());
        return null;
      }
    }
    return text;
  }
}
