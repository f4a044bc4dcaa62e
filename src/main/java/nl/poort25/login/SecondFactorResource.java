package nl.poort25.login;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.RecoveryCodes;
import nl.poort25.account.SecondFactors;
import nl.poort25.account.TooManyRequests;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One's own second factor. Each change takes the password: a session may be somebody else's. */
@Path("/account/second-factor")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class SecondFactorResource {
  private static final URI OVERVIEW = URI.create("/account/second-factor");

  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject PasswordCheck passwords;
  @Inject BrowserSession sessions;
  @Inject SecondFactors factors;
  @Inject SecondFactorRequirement duty;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  public Page show() {
    var account = accounts.get(user.visitor().id());
    boolean must = duty.isRequiredOf(account);
    var page =
        Page.of("account/second-factor.html")
            .with("on", account.hasSecondFactor())
            .with("removal", removal(account, must))
            .with("removable", !must && !account.isStaff());
    return account.hasSecondFactor()
        ? page.with(
            "left", RecoveryCodes.parse(account.getSecondFactor().getRecoveryCodes()).left())
        : page;
  }

  /** What it means to go without, or why one may not. */
  private static Text removal(Account account, boolean must) {
    if (!must) {
      return Text.of("account.second-factor.remove.hint");
    }
    return Text.of(
        account.isStaff() ? "account.second-factor.staff" : "account.second-factor.must");
  }

  @GET
  @Path("enrolment")
  public Page enrolment() {
    return enrolmentPage(new FormErrors());
  }

  @POST
  @Path("enrolment")
  public Response enrol(@FormParam("password") String password, @FormParam("code") String code) {
    var errors = new FormErrors();
    var pause = check(password, errors);
    if (!errors.isEmpty()) {
      return refused(enrolmentPage(errors), pause);
    }
    var confirmed = SecondFactorEnrolment.confirm(request, code, clock.instant(), errors);
    if (confirmed == null) {
      return enrolmentPage(errors).refused();
    }
    var codes = RecoveryCodes.generate();
    var account =
        factors.turnOn(user.visitor().id(), confirmed.totp(), confirmed.step(), codes.stored());
    sessions.begin(request, response, account);
    return shown(codes);
  }

  @GET
  @Path("recovery-codes")
  public Response recoveryCodes() {
    return RecoveryCodesToShow.take(request)
        .map(shown -> Response.ok(Page.of("account/recovery-codes.html").with("shown", shown)))
        .orElseGet(() -> Response.seeOther(OVERVIEW))
        .build();
  }

  @GET
  @Path("renewal")
  public Page renewal() {
    return confirmation("renewal", new FormErrors());
  }

  @POST
  @Path("renewal")
  public Response renew(@FormParam("password") String password) {
    var errors = new FormErrors();
    var pause = check(password, errors);
    if (!errors.isEmpty()) {
      return refused(confirmation("renewal", errors), pause);
    }
    var codes = RecoveryCodes.generate();
    factors.renew(user.visitor().id(), codes.stored());
    return shown(codes);
  }

  @GET
  @Path("removal")
  @RolesAllowed("PARTNER")
  public Page removal() {
    mayGoWithout();
    return confirmation("removal", new FormErrors());
  }

  @POST
  @Path("removal")
  @RolesAllowed("PARTNER")
  public Response remove(@FormParam("password") String password) {
    mayGoWithout();
    var errors = new FormErrors();
    var pause = check(password, errors);
    if (!errors.isEmpty()) {
      return refused(confirmation("removal", errors), pause);
    }
    sessions.begin(request, response, factors.turnOff(user.visitor().id()));
    Flash.say(request, "account.second-factor.removed");
    return Response.seeOther(OVERVIEW).build();
  }

  private void mayGoWithout() {
    if (duty.isRequiredOf(user.visitor())) {
      throw new ForbiddenException();
    }
  }

  private Duration check(String password, FormErrors errors) {
    return passwords.confirm(user.visitor().email(), password, request, errors);
  }

  private static Response refused(Page page, Duration pause) {
    return pause.isZero() ? page.refused() : TooManyRequests.answer(page, pause);
  }

  private Response shown(RecoveryCodes.Fresh codes) {
    new RecoveryCodesToShow(codes.shown(), OVERVIEW.getPath()).keep(request);
    return Response.seeOther(URI.create("/account/second-factor/recovery-codes")).build();
  }

  private Page enrolmentPage(FormErrors errors) {
    return SecondFactorEnrolment.page(
        request,
        user.visitor().email(),
        user.visitor().staff(),
        "/account/second-factor/enrolment",
        true,
        errors);
  }

  private static Page confirmation(String what, FormErrors errors) {
    return Page.of("account/second-factor-confirmation.html")
        .with("what", what)
        .with("errors", errors);
  }
}
