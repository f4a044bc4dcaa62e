package nl.poort25.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Staff withdraws any partner's domain. */
@Path("/backoffice/domains/{id: \\d{1,18}}/withdrawal")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
public class StaffDomainWithdrawalResource extends DomainWithdrawalPages {
  @Override
  DomainArea area() {
    return DomainArea.ofStaff(user);
  }
}
