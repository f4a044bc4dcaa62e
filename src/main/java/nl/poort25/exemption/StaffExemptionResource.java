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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Set;
import nl.poort25.account.CurrentUser;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.ListUrl;
import nl.poort25.web.Page;

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
    var errors = new FormErrors();
    var asked = new DecisionForm(sent, errors).approval();
    if (!errors.isEmpty()) {
      return refused(sent, errors, null);
    }
    return decided(
        sent,
        "exemption.decide.approved",
        () -> decisions.approve(id, asked, user.visitor().id(), clock.instant()));
  }

  @POST
  @Path("rejection")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response reject(MultivaluedMap<String, String> sent) {
    var errors = new FormErrors();
    var asked = new DecisionForm(sent, errors).rejection();
    if (!errors.isEmpty()) {
      return refused(sent, errors, null);
    }
    return decided(
        sent,
        "exemption.decide.rejected",
        () -> decisions.reject(id, asked, user.visitor().id(), clock.instant()));
  }

  private Response decided(
      MultivaluedMap<String, String> sent, String said, java.util.function.Supplier<Verdict> act) {
    Verdict verdict;
    try {
      verdict = act.get();
    } catch (RuntimeException e) {
      if (Conflict.is(e)) {
        // the second of two: he is told what the first one did
        return Response.status(409).entity(pages.show(id).with("meanwhile", true)).build();
      }
      throw e;
    }
    if (!verdict.holds()) {
      return refused(sent, new FormErrors(), verdict);
    }
    Flash.say(request, said);
    return done();
  }

  /** Of what was taken over. */
  @POST
  @Path("acceptance")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response accept(MultivaluedMap<String, String> sent) {
    var errors = new FormErrors();
    var asked = new DecisionForm(sent, errors).acceptance();
    if (!errors.isEmpty()) {
      return refused(sent, errors, null);
    }
    return decided(
        sent,
        "exemption.taken-over.accepted",
        () -> decisions.accept(id, asked, user.visitor().id(), clock.instant()));
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
      MultivaluedMap<String, String> sent, Opening.ToDo what, String field, String said) {
    var errors = new FormErrors();
    var form = new DecisionForm(sent, errors);
    String note = form.note(field);
    Set<Long> lines = form.lines();
    if (lines.isEmpty()) {
      errors.add(field, "exemption.confirm.no-line");
    }
    if (!errors.isEmpty()) {
      return refused(sent, errors, null);
    }
    openings.confirm(id, what, lines, note, user.visitor().id(), clock.instant());
    Flash.say(request, said);
    return done();
  }

  @POST
  @Path("ending")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response end(MultivaluedMap<String, String> sent) {
    var errors = new FormErrors();
    var form = new DecisionForm(sent, errors);
    String why = form.note("end-reason");
    if (why == null) {
      return refused(sent, errors, null);
    }
    decisions.end(id, form.version(), why, user.visitor().id(), clock.instant());
    Flash.say(request, "exemption.ended");
    return done();
  }

  private Response done() {
    return Response.seeOther(URI.create(StaffExemptionsResource.PATH + "/" + id)).build();
  }

  private Response refused(
      MultivaluedMap<String, String> sent, FormErrors errors, Verdict decision) {
    var typed = new HashMap<String, String>();
    sent.forEach((field, all) -> typed.put(field, "," + String.join(",", all) + ","));
    sent.forEach((field, all) -> typed.put("text:" + field, all.get(0)));
    return pages
        .show(id)
        .with("typed", typed)
        .with("errors", errors)
        .with("refusal", decision)
        .refused();
  }
}
