package nl.poort25.abuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** Adding addresses to an open case: who holds them and what is open on them is seen before. */
@Path(StaffAbuseResource.PATH + "/{id: \\d{1,18}}/addresses")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
public class CaseAddressesResource {
  private static final int LONGEST = 2000;

  @Inject AbuseBlocking blocks;
  @Inject AbuseCases cases;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  /**
   * @param typed addresses; null before they are asked for
   */
  @GET
  public Page form(@QueryParam("addresses") String typed) {
    return page(typed, new FormErrors());
  }

  @POST
  public Response add(
      @FormParam("version") int version,
      @FormParam("addresses") String typed,
      @FormParam("reason") String typedReason) {
    var errors = new FormErrors();
    var addresses = BlockCandidates.read(typed, errors);
    var reason = PartnerText.reason(errors, "reason", typedReason, LONGEST);
    if (reason.isRefused()) {
      return reason.refuse(page(typed, errors));
    }
    var more =
        new AbuseBlocking.ExtensionRequest(
            id, version, addresses, reason.text(), user.visitor().id());
    var outcome = Retry.onCollision(() -> blocks.extend(more, clock.instant()));
    if (outcome.opened() == null) {
      return reason.refuse(page(typed, errors));
    }
    Flash.say(request, "abuse.add.done", outcome.opened().getNumber(), addresses.size());
    return Response.seeOther(URI.create(StaffAbuseResource.PATH + "/" + id)).build();
  }

  private Page page(String typed, FormErrors errors) {
    var shown = cases.get(id, user.everything());
    shown.mustBeOpen();
    var page =
        Page.of("abuse/add.html")
            .with("case", shown)
            .with("addresses", typed)
            .with("errors", errors);
    if (typed == null) {
      return page;
    }
    var addresses = BlockCandidates.read(typed, errors);
    if (addresses.isEmpty()) {
      return page;
    }
    var preview = blocks.preview(id, addresses, clock.instant());
    return preview.addTo(page);
  }
}
