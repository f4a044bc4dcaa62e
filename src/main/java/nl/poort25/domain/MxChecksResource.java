package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import nl.poort25.account.CurrentUser;
import nl.poort25.mx.MxChecks;
import nl.poort25.registration.Registrations;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;

/** A look at the DNS of a domain, on demand. It runs in the background; the page asks for it. */
@Path("/domains/{id: \\d{1,18}}/mx-checks")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class MxChecksResource {
  @Inject Registrations registrations;
  @Inject MxChecks checks;
  @Inject DomainPages pages;
  @Inject CurrentUser user;

  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  /** The same among every partner's domains, for staff. */
  @Path("/backoffice/domains/{id: \\d{1,18}}/mx-checks")
  @RequestScoped
  @Produces("text/html;charset=UTF-8")
  public static class ForStaff extends MxChecksResource {}

  @POST
  @RolesAllowed({"PARTNER", "REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response create() {
    if (!registrations.get(id, partnerId()).isActive()) {
      throw new Conflict("registration " + id + " is withdrawn");
    }
    if (!checks.start(id)) {
      Flash.say(request, "mx.page.busy");
    }
    return Response.seeOther(page()).build();
  }

  /** The page, for the script that waits on it: nothing as long as the look runs. */
  @GET
  @RolesAllowed("USER")
  public Response latest(@HeaderParam("HX-Request") boolean script) {
    if (!script) {
      return Response.seeOther(page()).build();
    }
    return checks.isRunning(registrations.get(id, partnerId()).getId())
        ? Response.noContent().build()
        : Response.ok(pages.show(id, partnerId()).with("said", true)).build();
  }

  private URI page() {
    return URI.create("/" + uri.getPath().replace("/mx-checks", "#dns"));
  }

  private Long partnerId() {
    var visitor = user.visitor();
    if (visitor.staff() != uri.getPath().startsWith("backoffice/")) {
      throw new NotFoundException();
    }
    return visitor.partnerId();
  }
}
