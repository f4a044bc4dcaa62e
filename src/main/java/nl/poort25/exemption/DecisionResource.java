package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import nl.poort25.account.CurrentUser;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SentForm;

/** Where staff decides on one request, or on what was taken over. */
@Path(StaffExemptionsResource.PATH + "/{id: \\d{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
public class DecisionResource {
  @Inject Decisions decisions;
  @Inject StaffExemptionPages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @POST
  @Path("approval")
  public Response approve(MultivaluedMap<String, String> sent) {
    return decide(sent, DecisionForm::approval, decisions::approve, "exemption.decide.approved");
  }

  @POST
  @Path("rejection")
  public Response reject(MultivaluedMap<String, String> sent) {
    return decide(sent, DecisionForm::rejection, decisions::reject, "exemption.decide.rejected");
  }

  /** Of what was taken over. */
  @POST
  @Path("acceptance")
  public Response accept(MultivaluedMap<String, String> sent) {
    return decide(
        sent, DecisionForm::acceptance, decisions::accept, "exemption.taken-over.accepted");
  }

  /** A method of {@link Decisions}. */
  private interface Decide {
    Verdict decide(long id, Decisions.DecisionInput asked, long by, Instant now);
  }

  private Response decide(
      MultivaluedMap<String, String> sent,
      BiFunction<DecisionForm, FormErrors, Decisions.DecisionInput> read,
      Decide act,
      String said) {
    var form = new DecisionForm(new SentForm(sent));
    var errors = new FormErrors();
    var asked = read.apply(form, errors);
    if (!errors.isEmpty()) {
      return refused(form, errors, null);
    }
    try {
      var verdict = act.decide(id, asked, user.visitor().id(), clock.instant());
      if (!verdict.holds()) {
        return refused(form, errors, verdict);
      }
    } catch (RuntimeException e) {
      if (!Conflict.isConflict(e)) {
        throw e;
      }
      // the second of two: he is told what the first one did
      return Response.status(409).entity(pages.show(id).with("meanwhile", true)).build();
    }
    Flash.say(request, said);
    return Response.seeOther(URI.create(StaffExemptionsResource.PATH + "/" + id)).build();
  }

  private Response refused(DecisionForm form, FormErrors errors, Verdict verdict) {
    return pages
        .show(id)
        .with("form", form)
        .with("errors", errors)
        .with("refusal", verdict)
        .refused();
  }
}
