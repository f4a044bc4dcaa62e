package nl.poort25.exemption;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.text.Text;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** Where a partner takes an exemption back, at any time. */
@Path("/exemptions/{id: \\d{1,18}}/withdrawal")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class ExemptionWithdrawalResource {
  @Inject Exemptions exemptions;
  @Inject ExemptionRequests requests;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  public Page confirm() {
    var exemption = exemptions.get(id, user.partner());
    if (exemption.getState().isOver()) {
      throw new Conflict("exemption " + id + " is " + exemption.getState());
    }
    return Page.of("exemption/withdrawal.html")
        .with("exemption", exemption)
        .with("lead", lead(exemption))
        .with("sure", Text.of("exemption.withdrawal.sure"));
  }

  private static Text lead(Exemption exemption) {
    if (exemption.isDraft()) {
      return Text.of("exemption.withdrawal.draft");
    }
    return Text.of(
        exemption.getState().granted()
            ? "exemption.withdrawal.open"
            : "exemption.withdrawal.request");
  }

  @POST
  public Response withdraw(@FormParam("version") int version, @FormParam("sure") String sure) {
    var exemption = exemptions.get(id, user.partner());
    exemption.mustStillBe(version);
    if (sure == null) {
      return confirm()
          .with("errors", new FormErrors().add("sure", "exemption.withdrawal.not-sure"))
          .refused();
    }
    requests.withdraw(id, user.partner(), version, clock.instant());
    boolean draft = exemption.isDraft();
    Flash.say(request, draft ? "exemption.draft.discarded" : "exemption.withdrawn");
    return Response.seeOther(URI.create(draft ? "/exemptions" : "/exemptions/" + id)).build();
  }
}
