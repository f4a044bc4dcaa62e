package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import nl.poort25.account.Partners;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.Page;

/** Every partner's exemptions, for staff. */
@Path(StaffExemptionsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffExemptionsResource {
  static final String PATH = "/backoffice/exemptions";

  @Inject ExemptionList list;
  @Inject Sights sights;
  @Inject HeldBackOpenings heldBack;
  @Inject Partners partners;
  @Context UriInfo uri;

  @GET
  public Page index() {
    var query = uri.getQueryParameters();
    var filter = ExemptionFilter.ofStaff(query);
    return list(list, sights, heldBack, filter, PATH).with("partners", partners.all());
  }

  static Page list(
      ExemptionList list,
      Sights sights,
      HeldBackOpenings heldBack,
      ExemptionFilter filter,
      String path) {
    var found = list.page(filter);
    var openings = found.rows().stream().flatMap(row -> row.openings().stream()).toList();
    return Page.of("exemption/list.html")
        .with("filter", filter)
        .with("rows", found.rows())
        .with("seen", sights.of(openings))
        .with("heldBack", heldBack.of(openings))
        .with("base", path)
        .with("first", filter.first(path))
        .with("next", filter.next(path, found.next()))
        .with("kinds", ExemptionKind.values())
        .with("tasks", ExemptionFilter.Task.values())
        .with("partners", null)
        .with(
            "states",
            Arrays.stream(ExemptionState.values())
                .filter(s -> filter.drafts() || s != ExemptionState.DRAFT)
                .toList());
  }
}
