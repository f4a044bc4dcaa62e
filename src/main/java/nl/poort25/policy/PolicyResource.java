package nl.poort25.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.poort25.setting.Settings;
import nl.poort25.web.Page;

/** The policy, for everyone with an account and for nobody else (1.4). */
@Path("/policy")
@RequestScoped
@RolesAllowed("USER")
@Produces("text/html;charset=UTF-8")
public class PolicyResource {
  @Inject Settings settings;

  @GET
  public Page show() {
    return Page.of("policy/policy.html").with("policy", PolicyPage.of(settings));
  }
}
