package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoices;
import nl.poort25.web.Page;

/** Every partner's exemptions, for staff. */
@Path(StaffExemptionsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffExemptionsResource {
  public static final String PATH = "/backoffice/exemptions";

  @Inject ExemptionPages pages;
  @Inject PartnerChoices partnerChoices;
  @Inject CurrentUser user;
  @Context UriInfo uri;

  @GET
  public Page index() {
    var partner = partnerChoices.read(uri.getQueryParameters());
    var asked = partner.in(new ListRequest(PATH, uri.getQueryParameters()));
    return pages.list(asked, user.everything()).with("partner", partner);
  }
}
