package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Page;

@Path("/")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class HomeResource {
  @Inject CurrentUser user;

  @GET
  public Response show() {
    return user.visitor().staff()
        ? Response.seeOther(URI.create("/backoffice")).build()
        : Response.ok(Page.of("domain/home.html")).build();
  }
}
