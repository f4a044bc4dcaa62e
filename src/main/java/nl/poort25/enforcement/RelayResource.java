package nl.poort25.enforcement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.state.EnforcementTarget;

/**
 * Staff pages with the state of the relays: accepted names, their destinations and denied clients
 * (3.5, 3.9, 4.13).
 */
@Path(RelayResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class RelayResource extends StatePagesOfTarget {
  static final String PATH = "/backoffice/relays";

  public RelayResource() {
    super(EnforcementTarget.RELAY, PATH);
  }
}
