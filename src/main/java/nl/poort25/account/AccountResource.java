package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
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
import nl.poort25.audit.Act;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One account, of the staff or of a partner, as staff sees it. */
@Path("/backoffice/accounts/{id: [0-9]{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("ADMINISTRATOR")
public class AccountResource {
  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject AccountKeeping keeping;
  @Inject Invitations invitations;
  @Inject ResetMails mails;
  @Inject SecondFactors factors;
  @Inject AccountPage pages;
  @Inject Event<Act> acts;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  @RolesAllowed("STAFF")
  @Transactional
  public Page show() {
    return page(accounts.get(id), new FormErrors());
  }

  @POST
  @Path("roles")
  @Transactional
  public Response changeRoles(@FormParam("role") List<String> typed) {
    var account = accounts.get(id);
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
    var account = accounts.get(id);
    var errors = new FormErrors();
    keeping.lock(account, user.visitor()).ifPresent(text -> errors.add("lock", text));
    return answer(account, errors, "account.account.locked");
  }

  @POST
  @Path("unlock")
  @Transactional
  public Response unlock() {
    var account = accounts.get(id);
    keeping.unlock(account, user.visitor());
    return answer(account, new FormErrors(), "account.account.unlocked");
  }

  @POST
  @Path("invitation")
  @Transactional
  public Response inviteAgain() {
    var account = accounts.get(id);
    invitations.again(account);
    return answer(account, new FormErrors(), "account.account.invited-again");
  }

  @POST
  @Path("password-reset")
  @Transactional
  public Response sendReset() {
    var account = accounts.get(id);
    if (!PersonalLinks.mayHave(LinkPurpose.PASSWORD_RESET, account)) {
      throw new Conflict("no reset of a password for account " + id);
    }
    acts.fire(new AccountAct.PasswordResetSent(account));
    mails.send(account, LinkPurpose.PASSWORD_RESET);
    return answer(account, new FormErrors(), "account.account.reset-sent");
  }

  /** With a note, since it opens an account for who has only its password. */
  @POST
  @Path("second-factor-reset")
  @Transactional
  public Response resetSecondFactor(@FormParam("note") String typed) {
    var account = accounts.get(id);
    var errors = new FormErrors();
    String note = errors.required("note", typed, 500);
    if (errors.isEmpty()) {
      factors.reset(id, note);
    }
    return answer(account, errors, "account.account.second-factor-reset");
  }

  private Response answer(Account account, FormErrors errors, String done) {
    if (!errors.isEmpty()) {
      return page(account, errors).refused();
    }
    Flash.say(request, done, account.getName());
    return Response.seeOther(URI.create("/backoffice/accounts/" + id)).build();
  }

  private Page page(Account account, FormErrors errors) {
    String back =
        account.isStaff()
            ? "/backoffice/accounts"
            : "/backoffice/partners/" + account.getPartner().getId();
    return pages.of(account, "/backoffice/accounts/" + id, back, user.visitor(), errors);
  }
}
