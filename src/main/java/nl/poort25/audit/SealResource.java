package nl.poort25.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.web.Page;

/** How far the log is sealed, for staff. */
@Path(LogResource.PATH + "/seal")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class SealResource {
  @Inject AuditSealing seals;

  @GET
  public Page show() {
    return Page.of("audit/seal.html").with("seal", seals.standing());
  }
}
