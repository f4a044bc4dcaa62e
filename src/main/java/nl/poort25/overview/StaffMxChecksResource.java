package nl.poort25.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Looks at the DNS of any partner's domain. */
@Path("/backoffice/domains/{id: \\d{1,18}}/mx-checks")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class StaffMxChecksResource extends MxCheckPages {
  @Override
  DomainArea area() {
    return DomainArea.ofStaff(user);
  }
}
