package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** A partner's exemptions: begun, shown, copied. */
@Path("/exemptions")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class ExemptionsResource {
  @Inject ExemptionRequests requests;
  @Inject ExemptionPages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public Page index() {
    return pages.list(new ListRequest("/exemptions", uri.getQueryParameters()), user.partner());
  }

  /** First what makes most requests needless, then the kind. */
  @GET
  @Path("new")
  public Page begin(@QueryParam("kind") String kind) {
    return pages.begin(new KindStep(kind, "false"), new FormErrors());
  }

  @POST
  @Path("new")
  public Response create(@FormParam("kind") String typed, @FormParam("outside") String outside) {
    var errors = new FormErrors();
    var form = new KindStep(typed, outside);
    var kind = form.readKind(errors);
    if (kind == null) {
      return pages.begin(form, errors).refused();
    }
    long id =
        requests.begin(
            kind, form.isOutside(), user.partnerId(), user.visitor().id(), clock.instant());
    return Response.seeOther(DraftResource.step(id, RequestStep.CONNECTION, false)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.show(id, user.partner());
  }

  @POST
  @Path("{id: \\d{1,18}}/copy")
  public Response copy(@PathParam("id") long id) {
    long copy = requests.copy(id, user.partner(), user.visitor().id(), clock.instant());
    Flash.say(request, "exemption.copied");
    return Response.seeOther(URI.create("/exemptions/" + copy + "/submission")).build();
  }

  /** The partner still needs it, for another year. */
  @POST
  @Path("{id: \\d{1,18}}/confirmation")
  public Response confirm(@PathParam("id") long id) {
    requests.confirm(id, user.partner(), clock.instant());
    Flash.say(request, "exemption.confirmed");
    return Response.seeOther(URI.create("/exemptions/" + id)).build();
  }
}
