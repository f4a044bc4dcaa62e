package nl.poort25.enforcement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.state.EnforcementTarget;

/** Staff pages with the state of the firewalls, now and at any moment before (4.6, 4.13). */
@Path(FirewallResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class FirewallResource extends StatePagesOfTarget {
  static final String PATH = "/backoffice/firewall";

  public FirewallResource() {
    super(EnforcementTarget.FIREWALL, PATH);
  }
}
