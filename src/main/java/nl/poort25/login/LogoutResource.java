package nl.poort25.login;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.account.AccountAct;
import nl.poort25.account.Accounts;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.Act;

@Path("/logout")
@RequestScoped
@RolesAllowed("USER")
public class LogoutResource {
  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject BrowserSession sessions;
  @Inject Event<Act> acts;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  /** The session ends on the server: a copy of its cookie opens nothing. */
  @POST
  @Transactional
  public Response create() {
    if (sessions.end(request, response)) {
      acts.fire(new AccountAct.SignedOut(accounts.get(user.visitor().id())));
    }
    // not "cookies": those are of the whole domain, with other systems on it
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    return Response.seeOther(URI.create("/login")).build();
  }
}
