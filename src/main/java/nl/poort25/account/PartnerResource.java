package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.poort25.audit.Act;
import nl.poort25.audit.AuditLog;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** One partner, as staff sees it. */
@Path("/backoffice/partners/{id: [0-9]{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class PartnerResource {
  @Inject Partners partners;
  @Inject AccountLists lists;
  @Inject Invitations invitations;
  @Inject Accounts accounts;
  @Inject AuditLog log;
  @Inject Event<Act> acts;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  @Transactional
  public Page show(@QueryParam("after") String after) {
    var partner = partners.get(id);
    return page(partner, partner.getName(), after, new FormErrors());
  }

  @POST
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response rename(@FormParam("name") String typed) {
    var partner = partners.get(id);
    var errors = new FormErrors();
    String name = partners.checked(typed, partner, errors);
    if (!errors.isEmpty()) {
      return page(partner, typed, null, errors).refused();
    }
    acts.fire(partner.rename(name));
    return done("account.partner.renamed", name);
  }

  @POST
  @Path("lock")
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response lock() {
    var partner = partners.get(id);
    acts.fire(partner.lock());
    accounts.endSessionsOf(partner.getId());
    return done("account.partner.locked", partner.getName());
  }

  @POST
  @Path("unlock")
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response unlock() {
    var partner = partners.get(id);
    acts.fire(partner.unlock());
    return done("account.partner.unlocked", partner.getName());
  }

  @GET
  @Path("accounts/new")
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Page invitation() {
    var form = new Invitations.Form();
    form.roles = List.of(Role.Name.PARTNER_ADMIN);
    return invitationPage(partners.get(id), form, new FormErrors());
  }

  @POST
  @Path("accounts")
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response invite(@BeanParam Invitations.Form form) {
    var partner = partners.get(id);
    var errors = new FormErrors();
    return invitations
        .byStaff(form, partner, errors)
        .map(account -> done("account.invite.done", account.getEmail()))
        .orElseGet(() -> invitationPage(partner, form, errors).refused());
  }

  private Response done(String key, String what) {
    Flash.say(request, key, what);
    return Response.seeOther(URI.create(self())).build();
  }

  private String self() {
    return "/backoffice/partners/" + id;
  }

  private Page invitationPage(Partner partner, Invitations.Form form, FormErrors errors) {
    return Invitations.page(form, errors, self() + "/accounts", self(), partner);
  }

  private Page page(Partner partner, String name, String after, FormErrors errors) {
    return Page.of("account/partner.html")
        .with("partner", partner)
        .with("name", name)
        .with("errors", errors)
        .with(
            "accounts", lists.ofPartner(Scope.of(id), ListRequest.of(self()).with("after", after)))
        .with("acts", log.history("partner", id, 10));
  }
}
