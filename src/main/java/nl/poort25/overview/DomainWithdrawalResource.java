package nl.poort25.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A partner withdraws one of his domains. */
@Path("/domains/{id: \\d{1,18}}/withdrawal")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class DomainWithdrawalResource extends DomainWithdrawalPages {
  @Override
  DomainArea area() {
    return DomainArea.ofPartner(user);
  }
}
