package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import nl.poort25.account.CurrentUser;
import nl.poort25.registration.DomainFilter;
import nl.poort25.registration.DomainList;
import nl.poort25.registration.DomainRow;
import nl.poort25.registration.Standing;
import nl.poort25.web.Page;
import nl.poort25.web.Rows;

/** A partner's domains. */
@Path("/domains")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class DomainsResource {
  @Inject DomainList domains;
  @Inject DomainPages pages;
  @Inject CurrentUser user;
  @Context UriInfo uri;

  @GET
  public Page index() {
    var filter = DomainFilter.of(user.partnerId(), uri.getQueryParameters());
    return list(filter, "/domains", domains.page(filter));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.show(id, user.partner());
  }

  static Page list(DomainFilter filter, String path, Rows<DomainRow, String> found) {
    return Page.of("domain/list.html")
        .with("filter", filter)
        .with("base", path)
        .with("rows", found.rows())
        .with("first", filter.first(path))
        .with("next", filter.next(path, found.next()))
        .with("due", Map.of())
        .with("nextText", null)
        .with("standings", Standing.values());
  }
}
