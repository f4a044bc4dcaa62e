package nl.poort25.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Page;

/** A partner's tickets. */
@Path(TicketsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class TicketsResource {
  static final String PATH = "/tickets";

  @Inject TicketPages pages;
  @Inject TicketUpdates updates;
  @Inject CurrentUser user;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var asked = new ListRequest(PATH, uri.getQueryParameters());
    return pages
        .list("ticket/list.html", asked, user.partner())
        .with("stages", TicketStage.values());
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.show(id, user.partner());
  }

  @POST
  @Path("{id: \\d{1,18}}/updates")
  public Response write(@PathParam("id") long id, InputStream body) throws IOException {
    return updates.write(id, user.partner(), request, body);
  }

  @GET
  @Path("{id: \\d{1,18}}/files/{file: \\d{1,18}}")
  @Produces("*/*")
  public Response file(@PathParam("id") long id, @PathParam("file") long file) {
    return updates.file(id, file, user.partner());
  }
}
