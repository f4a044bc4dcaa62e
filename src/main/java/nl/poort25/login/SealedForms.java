package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.account.SignedInUser;
import nl.poort25.database.RoundTripSecret;
import nl.poort25.web.FormMarks;
import nl.poort25.web.KeptForm;

/**
 * Makes and reads the mark of a form (see {@link FormMarks}) and encrypts what was typed in one
 * until the same account has signed in again.
 */
@ApplicationScoped
class SealedForms implements FormMarks {
  /** A page of before that is not what anybody goes on with. */
  private static final Duration VALID = Duration.ofDays(1);

  /** Characters that a row takes. */
  private static final int LONGEST = 200_000;

  @Inject BrowserSession sessions;
  @Inject InstantSource clock;

  @Override
  public String make(HttpServletRequest request, String page) {
    return request.getAttribute("user") instanceof SignedInUser visitor
        ? RoundTripSecret.FORM_MARK.encrypt(visitor.id() + " " + page)
        : null;
  }

  @Override
  public Optional<Mark> read(String mark) {
    return Optional.ofNullable(mark)
        .flatMap(RoundTripSecret.FORM_MARK::decrypt)
        .map(text -> text.split(" ", 2))
        .map(parts -> new Mark(Long.parseLong(parts[0]), parts[1]));
  }

  @Override
  public boolean isOfAnother(HttpServletRequest request, Mark mark) {
    return request.getAttribute("user") instanceof SignedInUser visitor
        && visitor.id() != mark.account();
  }

  @Override
  public boolean wasSignedIn(HttpServletRequest request) {
    return sessions.hasSessionToken(request);
  }

  /** For the login page to carry; null where it is too much even without its longest texts. */
  String seal(long account, KeptForm form) {
    String sealed =
        RoundTripSecret.KEPT_FORM.encrypt(
            account + " " + clock.instant().getEpochSecond() + " " + form.toText());
    return sealed.length() > LONGEST ? null : sealed;
  }

  /** What was typed, for that account alone. */
  Optional<KeptForm> open(String sealed, long account) {
    return Optional.ofNullable(sealed)
        .flatMap(RoundTripSecret.KEPT_FORM::decrypt)
        .map(text -> text.split(" ", 3))
        .filter(parts -> Long.parseLong(parts[0]) == account)
        .filter(parts -> isLately(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
        .map(parts -> KeptForm.parse(parts[2]));
  }

  private boolean isLately(Instant at) {
    return Duration.between(at, clock.instant()).abs().compareTo(VALID) < 0;
  }
}
