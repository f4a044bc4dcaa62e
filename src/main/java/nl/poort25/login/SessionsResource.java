package nl.poort25.login;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import nl.poort25.account.AccountAct;
import nl.poort25.account.Accounts;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.Act;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;

/** Where one is signed in, and the way to end it elsewhere. */
@Path("/account/sessions")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class SessionsResource {
  private static final URI SELF = URI.create("/account/sessions");

  /** Nobody has more in use; those that were used last are shown. */
  private static final int MOST = 50;

  @Inject CurrentUser user;
  @Inject Sessions sessions;
  @Inject Accounts accounts;
  @Inject InstantSource clock;
  @Inject Event<Act> acts;
  @Context HttpServletRequest request;

  /**
   * @param browser empty where it says nothing of use
   */
  public record Line(
      long id, boolean own, String browser, String address, Instant since, Instant lastUsed) {}

  @GET
  @Transactional
  public Page list() {
    long own = own();
    var lines =
        sessions.of(user.visitor().id(), MOST, clock.instant()).stream()
            .map(
                s ->
                    new Line(
                        s.getId(),
                        s.getId() == own,
                        BrowserName.of(s.getUserAgent()),
                        s.getAddress(),
                        s.getBeganAt(),
                        s.getLastUsedAt()))
            .toList();
    return Page.of("account/sessions.html").with("lines", lines).with("most", MOST);
  }

  @POST
  @Path("{id: [0-9]{1,18}}/end")
  @Transactional
  public Response end(@PathParam("id") long id) {
    if (sessions.end(user.visitor().id(), id, clock.instant())) {
      acts.fire(new AccountAct.SessionEnded(accounts.get(user.visitor().id())));
      Flash.say(request, "account.sessions.ended");
    } else {
      Flash.say(request, "account.sessions.over"); // by itself, or by the same button elsewhere
    }
    return Response.seeOther(SELF).build();
  }

  @POST
  @Path("end-others")
  @Transactional
  public Response endOthers() {
    if (sessions.endOthers(user.visitor().id(), own(), clock.instant()) > 0) {
      acts.fire(new AccountAct.OtherSessionsEnded(accounts.get(user.visitor().id())));
    }
    Flash.say(request, "account.sessions.others-ended");
    return Response.seeOther(SELF).build();
  }

  private long own() {
    return RequestSession.of(request).orElseThrow().id();
  }
}
