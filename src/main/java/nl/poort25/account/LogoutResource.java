package nl.poort25.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Path("/logout")
@RequestScoped
public class LogoutResource {
  @Context HttpServletRequest request;

  @POST
  public Response create() {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return Response.seeOther(URI.create("/login")).build();
  }
}
