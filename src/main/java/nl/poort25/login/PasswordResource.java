package nl.poort25.login;

import jakarta.annotation.security.RolesAllowed;
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
import nl.poort25.account.CurrentUser;
import nl.poort25.account.PasswordHashes;
import nl.poort25.account.TooManyRequests;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One's own password. */
@Path("/account/password")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class PasswordResource {
  @Inject CurrentUser user;
  @Inject PasswordCheck passwords;
  @Inject BrowserSession sessions;
  @Inject PasswordChanges newPasswords;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @GET
  public Page form() {
    return page(new FormErrors());
  }

  @POST
  public Response change(
      @FormParam("password") String old, @FormParam("new-password") String wanted) {
    var visitor = user.visitor();
    var errors = new FormErrors();
    newPasswords.check(errors, "new-password", wanted, visitor.email(), null);
    if (!errors.isEmpty()) {
      return page(errors).refused();
    }
    var pause = passwords.confirm(visitor.email(), old, request, errors);
    if (!errors.isEmpty()) {
      return pause.isZero() ? page(errors).refused() : TooManyRequests.answer(page(errors), pause);
    }
    // this session goes on under a new id, all others end
    sessions.begin(
        request, response, newPasswords.change(visitor.id(), PasswordHashes.hash(wanted)));
    Flash.say(request, "account.password.changed");
    return Response.seeOther(URI.create("/account")).build();
  }

  private static Page page(FormErrors errors) {
    return Page.of("account/password.html").with("errors", errors);
  }
}
