package nl.poort25.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.Account;
import nl.poort25.account.EmailAddress;
import nl.poort25.account.LinkPurpose;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.PersonalLinks;
import nl.poort25.account.ResetMails;
import nl.poort25.account.TooManyRequests;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** A forgotten password: asking for the mail, and the link in it. */
@Path("/password-reset")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class PasswordResetResource {
  @Inject PersonalLinks links;
  @Inject PasswordChanges newPasswords;
  @Inject ResetMails mails;
  @Inject LoginFailureLimiter attempts;
  @Inject KnownBrowsers browsers;
  @Inject InstantSource clock;
  @Inject ClientAddress client;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  public Page ask() {
    return askPage(null, new FormErrors());
  }

  /** The same answer, as fast, whether or not there is such an account. */
  @POST
  public Response send(@FormParam("email") String email) {
    var errors = new FormErrors();
    String key;
    try {
      key = EmailAddress.parse(email).key();
    } catch (EmailAddress.Malformed e) {
      return askPage(email, errors.add("email", e.text())).refused();
    }
    String address = client.addressOf(request);
    var attempt =
        attempts.begin(
            new LoginFailureLimiter.ThrottledSubject(
                LoginFailureCount.reset(key), LoginThrottle.RESET_ACCOUNT),
            new LoginFailureLimiter.ThrottledSubject(
                LoginFailureCount.resetFrom(address), LoginThrottle.RESET_ADDRESS));
    if (attempt.isTooEarly()) {
      TooManyRequests.say(errors, "email", attempt.pause());
      return TooManyRequests.answer(askPage(email, errors), attempt.pause());
    }
    mails.writeSoon(key, address);
    return Response.seeOther(URI.create("/password-reset/sent")).build();
  }

  @GET
  @Path("sent")
  public Page sent() {
    return Page.of("account/password-reset-sent.html");
  }

  @GET
  @Path("{token}")
  public Response form(@PathParam("token") String token) {
    return links
        .peek(LinkPurpose.PASSWORD_RESET, token)
        .map(account -> Response.ok(resetPage(token, account, new FormErrors())).build())
        .orElseGet(() -> InvalidLinkPage.answer(LinkPurpose.PASSWORD_RESET));
  }

  @POST
  @Path("{token}")
  public Response reset(
      @PathParam("token") String token, @FormParam("new-password") String password) {
    var account = links.peek(LinkPurpose.PASSWORD_RESET, token);
    if (account.isEmpty()) {
      return InvalidLinkPage.answer(LinkPurpose.PASSWORD_RESET);
    }
    var errors = new FormErrors();
    newPasswords.check(errors, "new-password", password, account.get().getEmail(), null);
    if (!errors.isEmpty()) {
      return resetPage(token, account.get(), errors).refused();
    }
    if (newPasswords.reset(token, PasswordHashes.hash(password)).isEmpty()) {
      return InvalidLinkPage.answer(LinkPurpose.PASSWORD_RESET);
    }
    // who has the mail can sign in, however many strangers try the old password just now; where a
    // second factor comes after it, a known browser would be fresh guesses at that with each mail
    if (account.get().hasSecondFactor()) {
      return Response.seeOther(URI.create("/login?reset=done")).build();
    }
    response.addCookie(browsers.remember(request, account.get().getId(), clock.instant()).cookie());
    return Response.seeOther(URI.create("/login?reset=done")).build();
  }

  private static Page askPage(String email, FormErrors errors) {
    return Page.of("account/password-reset.html").with("errors", errors).with("email", email);
  }

  private static Page resetPage(String token, Account account, FormErrors errors) {
    return Page.of("account/new-password.html")
        .with("token", token)
        .with("email", account.getEmail())
        .with("errors", errors);
  }
}
