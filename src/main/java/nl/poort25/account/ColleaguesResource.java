package nl.poort25.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** The accounts of a partner, for the partner's own administrator. */
@Path("/colleagues")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER_ADMIN")
public class ColleaguesResource {
  @Inject CurrentUser user;
  @Inject AccountLists lists;
  @Inject Partners partners;
  @Inject Invitations invitations;
  @Inject InvitationLimit limit;
  @Inject ForbiddenRoleAlert refused;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  @Transactional
  public Page list() {
    var asked = new ListRequest("/colleagues", uri.getQueryParameters());
    return Page.of("account/colleagues.html")
        .with("list", lists.ofPartner(user.partner(), asked))
        .with("states", AccountChoices.STATES);
  }

  @GET
  @Path("new")
  @Transactional
  public Page form() {
    var form = new Invitations.Form();
    form.roles = List.of(Role.Name.PARTNER_USER);
    return page(form, new FormErrors());
  }

  /** The same answer, and the same work, whether or not the address has an account elsewhere. */
  @POST
  public Response invite(@BeanParam Invitations.Form form) {
    var errors = new FormErrors();
    var partner = partners.get(user.partnerId());
    var asked = invitations.read(form, partner, errors);
    if (asked.isEmpty()) {
      if (errors.of("role") != null) {
        refused.tell(request, user.visitor());
      }
      return page(form, errors).refused();
    }
    if (!limit.tryInvite(partner.getId(), errors, "email")) {
      return limit.answer(page(form, errors));
    }
    invitations.byPartner(asked.get(), partner);
    Flash.say(request, "account.invite.done", asked.get().email());
    return Response.seeOther(URI.create("/colleagues")).build();
  }

  private Page page(Invitations.Form form, FormErrors errors) {
    return Invitations.page(
        form, errors, "/colleagues", "/colleagues", partners.get(user.partnerId()));
  }
}
