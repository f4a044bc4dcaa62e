package nl.poort25.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Looks at the DNS of a partner's own domain. */
@Path("/domains/{id: \\d{1,18}}/mx-checks")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class MxChecksResource extends MxCheckPages {
  @Override
  DomainArea area() {
    return DomainArea.ofPartner(user);
  }
}
