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

/** The accounts of the provider's own staff. */
@Path("/backoffice/accounts")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffResource {
  private static final String SELF = "/backoffice/accounts";

  @Inject AccountLists lists;
  @Inject Invitations invitations;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  @Transactional
  public Page list() {
    return Page.of("account/staff.html")
        .with("list", lists.ofStaff(new ListRequest(SELF, uri.getQueryParameters())))
        .with("states", AccountChoices.STATES);
  }

  @GET
  @Path("new")
  @RolesAllowed("ADMINISTRATOR")
  public Page form() {
    var form = new Invitations.Form();
    form.roles = List.of(Role.Name.REVIEWER);
    return page(form, new FormErrors());
  }

  @POST
  @RolesAllowed("ADMINISTRATOR")
  @Transactional
  public Response invite(@BeanParam Invitations.Form form) {
    var errors = new FormErrors();
    var invited = invitations.byStaff(form, null, errors);
    if (invited.isEmpty()) {
      return page(form, errors).refused();
    }
    Flash.say(request, "account.invite.done", invited.get().getEmail());
    return Response.seeOther(URI.create(SELF)).build();
  }

  private static Page page(Invitations.Form form, FormErrors errors) {
    return Invitations.page(form, errors, SELF, SELF, null);
  }
}
