package nl.poort25.account;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;

/** What staff or a colleague may do to somebody else's account; base of both resources. */
public abstract class AccountActions {
  @Inject CurrentUser user;
  @Inject Accounts accounts;
  @Inject AccountAdministration keeping;
  @Inject Invitations invitations;
  @Inject InvitationLimit limit;
  @Inject ForbiddenRoleAlert refused;
  @Inject AccountPage pages;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  /** Not found unless it may be seen here. */
  abstract Account account();

  abstract String path();

  /** The list that one comes from. */
  abstract String back(Account account);

  @POST
  @Path("roles")
  @Transactional
  public Response changeRoles(
      @FormParam("role") List<String> typed, @FormParam("to") String successor) {
    var account = account();
    var errors = new FormErrors();
    keeping
        .changeRoles(account, Role.named(typed), id(successor), user.visitor())
        .ifPresent(text -> errors.add("role", text));
    return answer(account, errors, "account.account.roles-changed");
  }

  @POST
  @Path("lock")
  @Transactional
  public Response lock(@FormParam("to") String successor) {
    var account = account();
    var errors = new FormErrors();
    keeping
        .lock(account, id(successor), user.visitor())
        .ifPresent(text -> errors.add("lock", text));
    return answer(account, errors, "account.account.locked");
  }

  /** Null for nobody. */
  private static Long id(String typed) {
    if (typed == null || typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("\\d{1,18}")) {
      throw new Conflict("no account " + MalformedInput.toDisplayText(typed));
    }
    return Long.valueOf(typed);
  }

  @POST
  @Path("unlock")
  @Transactional
  public Response unlock() {
    var account = account();
    keeping.unlock(account, user.visitor());
    return answer(account, new FormErrors(), "account.account.unlocked");
  }

  /** With a note, since it opens an account for who has only its password. */
  @POST
  @Path("second-factor-reset")
  @Transactional
  public Response resetSecondFactor(@FormParam("note") String typed) {
    var account = account();
    var errors = new FormErrors();
    String note = errors.required("note", typed, 500);
    if (errors.isEmpty()) {
      keeping
          .resetSecondFactor(account, note, user.visitor())
          .ifPresent(text -> errors.add("note", text));
    }
    return answer(account, errors, "account.account.second-factor-reset");
  }

  @POST
  @Path("invitation")
  public Response inviteAgain() {
    var account = account();
    var errors = new FormErrors();
    if (!user.visitor().staff() && !limit.tryInvite(user.partnerId(), errors, "invitation")) {
      return limit.answer(page(account, errors));
    }
    invitations.again(account);
    return answer(account, errors, "account.account.invited-again");
  }

  Response answer(Account account, FormErrors errors, String done) {
    if (!errors.isEmpty()) {
      // no page offers a role that does not fit, nor any of this for one's own account
      if (errors.of("role") != null || account.getId() == user.visitor().id()) {
        refused.tell(request, user.visitor());
      }
      return page(account, errors).refused();
    }
    Flash.say(request, done, account.getName());
    return Response.seeOther(URI.create(path())).build();
  }

  Page page(Account account, FormErrors errors) {
    return pages.of(account, path(), back(account), user.visitor(), errors);
  }
}
