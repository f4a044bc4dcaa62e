package nl.poort25.login;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import nl.poort25.web.SessionRevalidation;

/** For the script of a page: asking counts as a use, so that the session goes on. */
@Path("/session")
@RequestScoped
@RolesAllowed("USER")
public class SessionTimeResource {
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  /** For how many seconds the session is good. */
  @GET
  @Produces("text/plain")
  public String left() {
    var end = (Instant) request.getAttribute(SessionRevalidation.END);
    return "" + clock.instant().until(end, ChronoUnit.SECONDS);
  }
}
