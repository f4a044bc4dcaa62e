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
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** The check page, and the sending of a request. */
@Path("/exemptions/{id: \\d{1,18}}/submission")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class SubmissionResource {
  @Inject Exemptions exemptions;
  @Inject ExemptionRequests requests;
  @Inject ExemptionPages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  public Page check() {
    var draft = draft();
    return pages.check(draft, requests.previewSubmission(id, user.partner()), clock.instant());
  }

  @POST
  public Response send(
      @FormParam("version") int version,
      @FormParam("violations") String accepted,
      @FormParam("measures") String measures,
      @FormParam("policy") String policy) {
    var draft = draft();
    draft.mustStillBe(version);
    var errors = new FormErrors();
    if (measures == null) {
      errors.add("measures", "exemption.acknowledge.measures.missing");
    }
    if (policy == null) {
      errors.add("policy", "exemption.acknowledge.policy.missing");
    }
    if (!errors.isEmpty() || !draft.missing().isEmpty()) {
      return refused(draft, requests.previewSubmission(id, user.partner()), errors);
    }
    String seen = accepted == null ? "" : accepted;
    var verdict =
        Retry.onCollision(
            () ->
                requests.submit(
                    id,
                    user.partnerId(),
                    version,
                    Acknowledgements.BOTH,
                    seen,
                    user.visitor().id(),
                    clock.instant()));
    if (!ExemptionRequests.canBeSent(verdict, seen)) {
      return refused(draft, verdict, errors.add("check", "exemption.check.changed"));
    }
    var sent = exemptions.get(id, user.partner());
    Flash.say(request, "exemption.submitted", sent.getNumber());
    return Response.seeOther(URI.create("/exemptions/" + id)).build();
  }

  private Response refused(Exemption draft, Verdict verdict, FormErrors errors) {
    return pages.check(draft, verdict, clock.instant()).with("errors", errors).refused();
  }

  private Exemption draft() {
    var draft = exemptions.get(id, user.partner());
    draft.mustBeDraft();
    return draft;
  }
}
