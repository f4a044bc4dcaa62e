package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import nl.poort25.account.CurrentUser;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Page;
import nl.poort25.web.Reason;
import nl.poort25.web.SentForm;

/** What staff sees of, and does one exemption: decides, confirms what the network did, ends it. */
@Path(StaffExemptionsResource.PATH + "/{id: \\d{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("STAFF")
public class StaffExemptionResource {
  @Inject Decisions decisions;
  @Inject Openings openings;
  @Inject StaffExemptionPages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  public Page show() {
    Long answer = ListUrl.number(uri.getQueryParameters(), "answer");
    return pages.show(id, answer);
  }

  @POST
  @Path("approval")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response approve(MultivaluedMap<String, String> sent) {
    return decide(sent, DecisionForm::approval, decisions::approve, "exemption.decide.approved");
  }

  @POST
  @Path("rejection")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response reject(MultivaluedMap<String, String> sent) {
    return decide(sent, DecisionForm::rejection, decisions::reject, "exemption.decide.rejected");
  }

  /** Of what was taken over. */
  @POST
  @Path("acceptance")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response accept(MultivaluedMap<String, String> sent) {
    return decide(
        sent, DecisionForm::acceptance, decisions::accept, "exemption.taken-over.accepted");
  }

  /** A method of {@link Decisions}. */
  private interface Decide {
    Verdict decide(long id, Decisions.Asked asked, long by, Instant now);
  }

  private Response decide(
      MultivaluedMap<String, String> sent,
      BiFunction<DecisionForm, FormErrors, Decisions.Asked> read,
      Decide act,
      String said) {
    var form = new DecisionForm(new SentForm(sent));
    var errors = new FormErrors();
    var asked = read.apply(form, errors);
    if (!errors.isEmpty()) {
      return refused(form, errors, null);
    }
    Verdict verdict;
    try {
      verdict = act.decide(id, asked, user.visitor().id(), clock.instant());
    } catch (RuntimeException e) {
      if (Conflict.is(e)) {
        // the second of two: he is told what the first one did
        return Response.status(409).entity(pages.show(id).with("meanwhile", true)).build();
      }
      throw e;
    }
    if (!verdict.holds()) {
      return refused(form, errors, verdict);
    }
    Flash.say(request, said);
    return done();
  }

  private Response refused(DecisionForm form, FormErrors errors, Verdict verdict) {
    return pages
        .show(id)
        .with("form", form)
        .with("errors", errors)
        .with("refusal", verdict)
        .refused();
  }

  @POST
  @Path("opened")
  @RolesAllowed("NETWORK")
  public Response opened(MultivaluedMap<String, String> sent) {
    return confirm(sent, Opening.ToDo.OPEN, "opened-note", "exemption.confirm.opened");
  }

  @POST
  @Path("closed")
  @RolesAllowed("NETWORK")
  public Response closed(MultivaluedMap<String, String> sent) {
    return confirm(sent, Opening.ToDo.CLOSE, "closed-note", "exemption.confirm.closed");
  }

  private Response confirm(
      MultivaluedMap<String, String> fields, Opening.ToDo what, String field, String said) {
    var sent = new SentForm(fields);
    var errors = new FormErrors();
    var note = Reason.read(field, sent.text(field), errors);
    var lines = sent.ids("line");
    if (lines.isEmpty()) {
      errors.add(field, "exemption.confirm.no-line");
    }
    if (note.isRefused()) {
      return note.refuse(pages.show(id));
    }
    openings.confirm(id, what, lines, note.text(), user.visitor().id(), clock.instant());
    Flash.say(request, said);
    return done();
  }

  @POST
  @Path("ending")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response end(MultivaluedMap<String, String> fields) {
    var sent = new SentForm(fields);
    var why = Reason.read("end-reason", sent.text("end-reason"));
    if (why.isRefused()) {
      return why.refuse(pages.show(id));
    }
    decisions.end(id, sent.version(), why.text(), user.visitor().id(), clock.instant());
    Flash.say(request, "exemption.ended");
    return done();
  }

  private Response done() {
    return Response.seeOther(URI.create(StaffExemptionsResource.PATH + "/" + id)).build();
  }
}
