package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.TooManyRequests;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Suspicion;

/**
 * Whether somebody knows an account's password: counted before it is checked, and checked outside
 * any transaction, since the hash is slow on purpose.
 */
@ApplicationScoped
class PasswordCheck {
  /**
   * @param pause not zero if it came too early, and nothing was checked
   * @param account null unless the password is right
   */
  record Outcome(Duration pause, Account account) {
    boolean isTooEarly() {
      return !pause.isZero();
    }

    boolean isRight() {
      return account != null;
    }
  }

  @Inject LoginFailureLimiter attempts;
  @Inject KnownBrowsers browsers;
  @Inject Accounts accounts;
  @Inject PasswordChanges passwords;
  @Inject ClientAddress client;
  @Inject Event<Suspicion> suspicions;

  Outcome of(String email, String password, HttpServletRequest request) {
    String key = EmailAddress.key(email);
    var browser = browsers.findToken(request, key);
    var attempt =
        browser.isPresent()
            ? attempts.begin(
                counted(LoginFailureCount.browser(browser.get()), LoginThrottle.ACCOUNT))
            : attempts.begin(
                counted(LoginFailureCount.account(key), LoginThrottle.ACCOUNT),
                counted(
                    LoginFailureCount.address(client.addressOf(request)), LoginThrottle.ADDRESS));
    if (attempt.isTooEarly()) {
      return new Outcome(attempt.pause(), null);
    }
    var account = accounts.byEmail(key).orElse(null);
    String hash = account == null ? null : account.getPasswordHash();
    if (!PasswordHashes.verify(password, hash)) {
      suspicions.fire(
          new Suspicion(
              Suspicion.Kind.PASSWORD_WRONG,
              client.addressOf(request),
              account == null ? "" : account.getEmail(),
              ""));
      return new Outcome(Duration.ZERO, null);
    }
    attempts.recordSuccess(attempt);
    if (PasswordHashes.isOutdated(hash)) {
      passwords.hashAnew(account, PasswordHashes.hash(password));
    }
    return new Outcome(Duration.ZERO, account);
  }

  /**
   * The same for somebody who is signed in and confirms with the password: adds what is wrong.
   *
   * @return not zero if it came too early
   */
  Duration confirm(String email, String password, HttpServletRequest request, FormErrors errors) {
    if (password == null || password.isEmpty()) {
      errors.add("password", "account.password.missing");
      return Duration.ZERO;
    }
    var outcome = of(email, password, request);
    if (outcome.isTooEarly()) {
      TooManyRequests.say(errors, "password", outcome.pause());
    } else if (!outcome.isRight()) {
      errors.add("password", "account.password.wrong");
    }
    return outcome.pause();
  }

  private static LoginFailureLimiter.ThrottledSubject counted(String about, LoginThrottle by) {
    return new LoginFailureLimiter.ThrottledSubject(about, by);
  }
}
