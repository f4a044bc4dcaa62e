package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One colleague, for the partner's own administrator. */
@Path("/colleagues/{id: [0-9]{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER_ADMIN")
public class ColleagueResource {
  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject AccountKeeping keeping;
  @Inject Invitations invitations;
  @Inject AccountPage pages;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  @Transactional
  public Page show() {
    return page(colleague(), new FormErrors());
  }

  @POST
  @Path("roles")
  @Transactional
  public Response changeRoles(@FormParam("role") List<String> typed) {
    var account = colleague();
    var errors = new FormErrors();
    keeping
        .changeRoles(account, Role.named(typed), user.visitor())
        .ifPresent(text -> errors.add("role", text));
    return answer(account, errors, "account.account.roles-changed");
  }

  @POST
  @Path("lock")
  @Transactional
  public Response lock() {
    var account = colleague();
    var errors = new FormErrors();
    keeping.lock(account, user.visitor()).ifPresent(text -> errors.add("lock", text));
    return answer(account, errors, "account.account.locked");
  }

  @POST
  @Path("unlock")
  @Transactional
  public Response unlock() {
    var account = colleague();
    keeping.unlock(account, user.visitor());
    return answer(account, new FormErrors(), "account.account.unlocked");
  }

  @POST
  @Path("invitation")
  @Transactional
  public Response inviteAgain() {
    var account = colleague();
    invitations.again(account);
    return answer(account, new FormErrors(), "account.account.invited-again");
  }

  private Account colleague() {
    return accounts.get(id, user.partnerId());
  }

  private Response answer(Account account, FormErrors errors, String done) {
    if (!errors.isEmpty()) {
      return page(account, errors).refused();
    }
    Flash.say(request, done, account.getName());
    return Response.seeOther(URI.create("/colleagues/" + id)).build();
  }

  private Page page(Account account, FormErrors errors) {
    return pages.of(account, "/colleagues/" + id, "/colleagues", user.visitor(), errors);
  }
}
