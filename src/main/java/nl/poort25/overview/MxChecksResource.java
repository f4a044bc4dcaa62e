package nl.poort25.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.account.Scope;

/** Looks at the DNS of a partner's own domain. */
@Path("/domains/{id: \\d{1,18}}/mx-checks")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class MxChecksResource extends MxCheckPages {
  @Override
  Scope scope() {
    return user.partner();
  }

  @Override
  String area() {
    return "/domains";
  }
}
