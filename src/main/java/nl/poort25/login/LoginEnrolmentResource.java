package nl.poort25.login;

import jakarta.enterprise.context.RequestScoped;
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
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** Where who must have a second factor and has none passes before anything else. */
@Path("/login/enrolment")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class LoginEnrolmentResource {
  @Inject Accounts accounts;
  @Inject SecondFactors factors;
  @Inject BrowserSession sessions;
  @Inject SignIn signIn;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  public Response form() {
    return account()
        .map(account -> Response.ok(page(account, new FormErrors())).build())
        .orElseGet(LoginEnrolmentResource::toLogin);
  }

  @POST
  public Response create(@FormParam("code") String code) {
    var account = account();
    if (account.isEmpty()) {
      return toLogin();
    }
    String next = sessions.findHalf(request).map(PendingSignIn::next).orElse(null);
    var errors = new FormErrors();
    var confirmed = SecondFactorEnrolment.confirm(request, code, clock.instant(), errors);
    if (confirmed == null) {
      return page(account.get(), errors).refused();
    }
    var codes = RecoveryCodes.generate();
    var changed =
        factors.turnOn(account.get().getId(), confirmed.totp(), confirmed.step(), codes.stored());
    var answer =
        signIn.enter(
            changed.getId(), changed.getStamp(), "/account/second-factor/recovery-codes", response);
    new RecoveryCodesToShow(codes.shown(), next).keep(request);
    return answer;
  }

  /** Who has given the password and has no second factor yet: nobody else has business here. */
  private Optional<Account> account() {
    return sessions
        .findHalf(request)
        .flatMap(half -> accounts.withStamp(half.accountId(), half.stamp()))
        .filter(account -> !account.hasSecondFactor());
  }

  private static Response toLogin() {
    return Response.seeOther(URI.create("/login")).build();
  }

  private Page page(Account account, FormErrors errors) {
    return SecondFactorEnrolment.page(
        request, account.getEmail(), account.isStaff(), "/login/enrolment", false, errors);
  }
}
