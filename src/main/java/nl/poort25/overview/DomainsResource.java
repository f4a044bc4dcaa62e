package nl.poort25.overview;

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
import nl.poort25.domain.DomainList;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Page;

/** A partner's domains. */
@Path(DomainsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class DomainsResource {
  static final String PATH = "/domains";

  @Inject DomainList domains;
  @Inject DomainPages pages;
  @Inject CurrentUser user;
  @Context UriInfo uri;

  @GET
  public Page index() {
    var asked = new ListRequest(PATH, uri.getQueryParameters());
    return list(PATH, domains.page(asked, user.partner()));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.show(id, DomainArea.ofPartner(user));
  }

  static Page list(String path, ListPage<DomainRow> found) {
    return Page.of("domain/list.html")
        .with("list", found)
        .with("base", path)
        .with("due", Map.of())
        .with("nextText", null)
        .with("standings", DomainStatus.values());
  }
}
