package nl.poort25.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import nl.poort25.account.CurrentUser;
import nl.poort25.domain.Registrations;
import nl.poort25.mx.OnDemandDnsChecks;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;

/** A look at the DNS of a domain, on demand. It runs in the background; the page asks for it. */
public abstract class MxCheckPages {
  /** Of the moments that are fit to be computed with. */
  private static final long END = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  @Inject Registrations registrations;
  @Inject OnDemandDnsChecks checks;
  @Inject DomainPages pages;
  @Inject CurrentUser user;

  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @POST
  @RolesAllowed({"PARTNER", "REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response create() {
    if (!registrations.get(id, area().scope()).isActive()) {
      throw new Conflict("registration " + id + " is withdrawn");
    }
    if (!checks.start(id)) {
      Flash.say(request, "mx.page.busy");
    }
    return Response.seeOther(page()).build();
  }

  /**
   * The page, for the script that waits on it: nothing as long as the look runs, or nothing has
   * changed since.
   *
   * @param seen what the page shows, where it waits for no look of its own
   * @param until until when it asks, as a second of the epoch
   */
  @GET
  @RolesAllowed("USER")
  public Response latest(
      @HeaderParam("HX-Request") boolean script,
      @QueryParam("seen") String seen,
      @QueryParam("until") Long until) {
    if (!script) {
      return Response.seeOther(page()).build();
    }
    boolean running = checks.isRunning(registrations.get(id, area().scope()).getId());
    if (running && seen == null) {
      return Response.noContent().build();
    }
    var page =
        until == null
            ? pages.show(id, area())
            : pages.show(id, area(), Instant.ofEpochSecond(Math.floorMod(until, END)));
    // what somebody at the page watches is said; what was seen already is not sent again
    return !running && page.model().get("stamp").equals(seen) && page.model().get("watch") != null
        ? Response.noContent().build()
        : Response.ok(page.with("said", true)).build();
  }

  private URI page() {
    return area().domain(id, "dns");
  }

  abstract DomainArea area();
}
