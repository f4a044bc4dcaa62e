package nl.poort25.network;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Page;

/** A partner's connections, as the provider gave them out: to be read only. */
@Path(ConnectionsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class ConnectionsResource {
  static final String PATH = "/connections";

  @Inject Connections connections;
  @Inject ConnectionList list;
  @Inject CurrentUser user;
  @Context UriInfo uri;

  @GET
  public Page index() {
    var filter = ConnectionFilter.of(user.partnerId(), uri.getQueryParameters());
    var found = list.page(filter);
    return Page.of("network/connections.html")
        .with("base", PATH)
        .with("filter", filter)
        .with("rows", found.rows())
        .with("kinds", ConnectionKind.values())
        .with("first", filter.first(PATH))
        .with("next", filter.next(PATH, found.next()));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var connection = connections.get(id, user.partner());
    return Page.of("network/connection.html")
        .with("connection", connection)
        .with("ranges", connections.allRanges(id));
  }
}
