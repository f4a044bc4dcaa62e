package nl.poort25.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.RecoveryCodes;
import nl.poort25.account.SecondFactors;
import nl.poort25.account.TooManyRequests;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Suspicion;

/** The step after the right password: a code of the app, or one of the recovery codes. */
@Path("/login/second-factor")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class SecondFactorLoginResource {
  @Inject Accounts accounts;
  @Inject KnownBrowsers browsers;
  @Inject LoginFailureLimiter attempts;
  @Inject SecondFactors factors;
  @Inject BrowserSession sessions;
  @Inject SignIn signIn;
  @Inject SignInHelp wayOut;
  @Inject ClientAddress client;
  @Inject Event<Suspicion> suspicions;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  public Response form() {
    return account(half())
        .map(account -> Response.ok(page(account, new FormErrors())).build())
        .orElseGet(SecondFactorLoginResource::toLogin);
  }

  @POST
  public Response create(@FormParam("code") String code) {
    var half = half();
    var account = account(half);
    if (account.isEmpty()) {
      return toLogin();
    }
    var errors = new FormErrors();
    if (code == null || code.isBlank()) {
      return page(account.get(), errors.add("code", "account.second-factor.missing")).refused();
    }
    var attempt =
        attempts.begin(
            new LoginFailureLimiter.ThrottledSubject(
                about(account.get()), LoginThrottle.SECOND_FACTOR));
    if (attempt.isTooEarly()) {
      TooManyRequests.say(errors, "code", attempt.pause());
      return TooManyRequests.answer(page(account.get(), errors), attempt.pause());
    }
    var recovered = Optional.<RecoveryCodes>empty();
    if (!factors.useCode(account.get().getId(), code, clock.instant())) {
      recovered = recovered(account.get(), code);
      if (recovered.isEmpty()) {
        suspicions.fire(
            new Suspicion(
                Suspicion.Kind.CODE_WRONG,
                client.addressOf(request),
                account.get().getEmail(),
                ""));
        return page(account.get(), errors.add("code", "account.second-factor.wrong")).refused();
      }
    }
    attempts.recordSuccess(attempt);
    var answer =
        signIn.enter(half.get().accountId(), half.get().stamp(), half.get().next(), response);
    recovered.ifPresent(left -> Flash.say(request, "account.second-factor.recovered", left.left()));
    return answer;
  }

  /** What is left of the recovery codes after this one; empty if it is none of them. */
  private Optional<RecoveryCodes> recovered(Account account, String code) {
    return Optional.ofNullable(account.getSecondFactor().getRecoveryCodes())
        .flatMap(stored -> RecoveryCodes.parse(stored).use(code))
        .filter(left -> factors.useRecoveryCode(account, left));
  }

  private String about(Account account) {
    return browsers
        .findToken(request, account.getEmail())
        .map(LoginFailureCount::secondFactor)
        .orElseGet(() -> LoginFailureCount.secondFactor(account.getId()));
  }

  /** Who has given the password and has a second factor. */
  private Optional<Account> account(Optional<PendingSignIn> signedIn) {
    return signedIn
        .flatMap(half -> accounts.withStamp(half.accountId(), half.stamp()))
        .filter(Account::hasSecondFactor);
  }

  private Optional<PendingSignIn> half() {
    return sessions.findHalf(request);
  }

  private static Response toLogin() {
    return Response.seeOther(URI.create("/login")).build();
  }

  private Page page(Account account, FormErrors errors) {
    return Page.of("account/second-factor-login.html")
        .with("errors", errors)
        .with("lost", wayOut.ofLostFactor(account));
  }
}
