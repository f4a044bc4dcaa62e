package nl.poort25.point;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Page;

/**
 * Staff page with all addresses that a point observed taking connections on port 25 from outside.
 */
@Path(PointsResource.PATH + "/{id: \\d{1,18}}/seen")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class ObservedAddressesResource {
  @Inject PointPages pages;
  @Context UriInfo uri;

  /** Where a point has its list. */
  static String of(long id) {
    return PointsResource.PATH + "/" + id + "/seen";
  }

  @GET
  public Page list(@PathParam("id") long id) {
    return pages.seen(id, new ListRequest(of(id), uri.getQueryParameters()));
  }
}
