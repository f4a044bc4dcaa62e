package nl.poort25.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.OptionalLong;
import nl.poort25.account.Totp;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/**
 * Sets up a second factor (TOTP). The secret stays in the session until a code has confirmed it, so
 * that a reload shows the same QR code and nobody can submit a secret of his own.
 */
final class SecondFactorEnrolment {
  private static final String KEY = "enrolment";

  private SecondFactorEnrolment() {}

  private static Totp secret(HttpServletRequest request) {
    var session = RequestSession.of(request).orElseThrow();
    return session
        .peek(KEY)
        .map(Totp::new)
        .orElseGet(
            () -> {
              var totp = Totp.generate();
              session.keep(KEY, totp.secret());
              return totp;
            });
  }

  /**
   * @param staff whether it is asked of staff, or of a partner
   * @param askPassword whether the form has a field for it, besides the code
   */
  static Page page(
      HttpServletRequest request,
      String email,
      boolean staff,
      String action,
      boolean askPassword,
      FormErrors errors) {
    var totp = secret(request);
    return Page.of("account/enrolment.html")
        .with("qr", QrCode.of(totp.uri("Poort 25", email)))
        .with("secret", totp.grouped())
        .with("action", action)
        .with("staff", staff)
        .with("askPassword", askPassword)
        .with("errors", errors);
  }

  /** A secret that a code of it has confirmed, and the step of that code. */
  record Confirmed(Totp totp, long step) {}

  /** Null, and an error, where the code does not belong to the secret on the page. */
  static Confirmed confirm(
      HttpServletRequest request, String code, Instant now, FormErrors errors) {
    var totp = secret(request);
    OptionalLong step = totp.verify(code, now, -1);
    if (step.isEmpty()) {
      errors.add("code", "account.enrolment.wrong");
      return null;
    }
    return new Confirmed(totp, step.getAsLong());
  }
}
