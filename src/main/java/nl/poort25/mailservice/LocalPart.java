package nl.poort25.mailservice;

import java.util.Locale;
import nl.poort25.account.EmailAddress;
import nl.poort25.web.FormErrors;

/** The part before the at sign of the one address that a POP3 box is for (3.9). */
final class LocalPart {
  private LocalPart() {}

  /**
   * In lower case, because no two boxes may differ in capitals only; null with an error at the
   * field for what is none.
   */
  static String read(String field, String typed, String domain, FormErrors errors) {
    if (typed == null || typed.isBlank()) {
      errors.add(field, "web.form.required");
      return null;
    }
    String text = typed.strip();
    if (text.indexOf('@') >= 0) {
      errors.add(field, "mailservice.new.local-part.whole", domain);
      return null;
    }
    try {
      return EmailAddress.parse(text + "@" + domain).local().toLowerCase(Locale.ROOT);
    } catch (EmailAddress.Malformed e) {
      errors.add(field, e.text());
      return null;
    }
  }
}
