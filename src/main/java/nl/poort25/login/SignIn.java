package nl.poort25.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.account.Account;
import nl.poort25.web.SafeRedirect;

/**
 * What follows the right password, for the login page and for links that set a password: the second
 * factor, then the session.
 */
@RequestScoped
class SignIn {
  @Inject SignInRecorder signIns;
  @Inject SecondFactorRequirement duty;
  @Inject BrowserSession sessions;
  @Inject SealedForms forms;
  @Inject HttpServletRequest request;

  /** On to the portal, or to the second factor first. */
  Response afterPassword(Account account, String next, HttpServletResponse response) {
    return afterPassword(account, next, null, response);
  }

  /**
   * @param kept what was typed before, as the login page carried it; null for nothing. Whoever else
   *     signs in gets neither it nor its page.
   */
  Response afterPassword(Account account, String next, String kept, HttpServletResponse response) {
    boolean own = kept == null || forms.open(kept, account.getId()).isPresent();
    String to = own ? next : null;
    String form = own ? kept : null;
    var step = SecondFactorStep.after(account.hasSecondFactor(), duty.isRequiredOf(account));
    return switch (step) {
      case NONE -> enter(account.getId(), account.getStamp(), to, form, response);
      case CODE -> half(account, to, form, "/login/second-factor", response);
      case ENROLMENT -> half(account, to, form, "/login/enrolment", response);
    };
  }

  private Response half(
      Account account, String next, String form, String path, HttpServletResponse response) {
    sessions.beginHalf(request, response, account, next);
    if (form != null) {
      sessions.keepForm(request, form);
    }
    return Response.seeOther(URI.create(path)).build();
  }

  /** Begins the session after the second factor; what was typed before goes along. */
  Response enter(long accountId, int stamp, String next, HttpServletResponse response) {
    return enter(accountId, stamp, next, sessions.halfForm(request).orElse(null), response);
  }

  /** Unless the account was locked or changed since it had that stamp. */
  private Response enter(
      long accountId, int stamp, String next, String form, HttpServletResponse response) {
    var entry = signIns.write(request, accountId, stamp);
    if (entry.isEmpty()) {
      return Response.seeOther(URI.create("/login")).build();
    }
    sessions.begin(request, response, entry.get().account());
    if (form != null) {
      sessions.keepForm(request, form);
    }
    response.addCookie(entry.get().browser());
    return Response.seeOther(SafeRedirect.uri(next)).build();
  }
}
