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
import nl.poort25.account.Scope;
import nl.poort25.list.ListRequest;
import nl.poort25.text.Text;
import nl.poort25.web.MalformedInput;
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
    return page(list, new ListRequest(PATH, uri.getQueryParameters()), user.partner());
  }

  static Page page(ConnectionList list, ListRequest asked, Scope scope) {
    return Page.of("network/connections.html")
        .with("base", asked.path())
        .with("list", list.page(asked, scope))
        .with("fault", fault(asked.text("address")))
        .with("kinds", ConnectionKind.values());
  }

  /** An address that cannot be read is told, other than the rest of what a list is asked for. */
  private static Text fault(String address) {
    if (address != null) {
      try {
        Cidr.parse(address);
      } catch (MalformedInput e) {
        return Cidr.refusal(e);
      }
    }
    return null;
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
