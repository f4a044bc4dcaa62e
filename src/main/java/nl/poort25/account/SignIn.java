package nl.poort25.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.web.Local;

/** The way in once the password is right, for the login and for links that set a password. */
@RequestScoped
class SignIn {
  @Inject SignIns signIns;
  @Inject SecondFactorDuty duty;
  @Inject BrowserSession sessions;
  @Inject HttpServletRequest request;

  /** On to the portal, or to the second factor first. */
  Response afterPassword(Account account, String next, HttpServletResponse response) {
    var step = SecondFactor.after(account.hasSecondFactor(), duty.isOn(account));
    return switch (step) {
      case NONE -> enter(account.getId(), account.getStamp(), next, response);
      case CODE -> half(account, next, "/login/second-factor", response);
      case ENROLMENT -> half(account, next, "/login/enrolment", response);
    };
  }

  private Response half(Account account, String next, String path, HttpServletResponse response) {
    sessions.beginHalf(request, response, account, next);
    return Response.seeOther(URI.create(path)).build();
  }

  /** Begins the session, unless the account was locked or changed since it had that stamp. */
  Response enter(long accountId, int stamp, String next, HttpServletResponse response) {
    var entry = signIns.write(request, accountId, stamp);
    if (entry.isEmpty()) {
      return Response.seeOther(URI.create("/login")).build();
    }
    sessions.begin(request, response, entry.get().account());
    response.addCookie(entry.get().browser());
    return Response.seeOther(Local.uri(next)).build();
  }
}
