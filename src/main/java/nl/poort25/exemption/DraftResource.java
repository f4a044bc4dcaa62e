package nl.poort25.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.KeptForm;
import nl.poort25.web.Page;
import nl.poort25.web.SentForm;

/** The steps of a draft: each POST saves its own, so that nothing is lost between them. */
@Path("/exemptions/{id: \\d{1,18}}/steps/{step: [a-z-]{1,20}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class DraftResource {
  @Inject Exemptions exemptions;
  @Inject ExemptionRequests requests;
  @Inject ExemptionPages pages;
  @Inject CurrentUser user;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @PathParam("step")
  String path;

  /** The page of a step; whoever comes from the check page goes back there. */
  static URI step(long id, RequestStep step, boolean back) {
    return URI.create("/exemptions/" + id + "/steps/" + step.path() + (back ? "?back=check" : ""));
  }

  @GET
  public Page form(@QueryParam("servers") int servers, @QueryParam("back") String back) {
    var draft = draft();
    var step = step(draft);
    var form = step.form(draft);
    if (form instanceof ServersStep rows) {
      form = rows.withRows(Math.max(servers, keptServers()));
    }
    return pages.step(draft, step, form, new FormErrors()).with("back", back);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(MultivaluedMap<String, String> fields) {
    var draft = draft();
    var step = step(draft);
    var sent = new SentForm(fields);
    boolean leaves = sent.has("overview");
    String back = fields.getFirst("back");
    draft.mustStillBe(sent.version());
    if (leaves && step.form(sent.trimmed()).isAsIn(step.form(draft))) {
      return Response.seeOther(overview()).build(); // nothing was typed
    }
    var form = step.form(sent);
    if (sent.has("more") && form instanceof ServersStep servers) {
      return Response.ok(withOneMore(draft, step, servers).with("back", back)).build();
    }
    var errors = new FormErrors();
    save(form, sent.version(), errors);
    if (!errors.isEmpty()) {
      return pages
          .step(draft, step, form, errors)
          .with("back", back)
          .with("leaves", leaves)
          .refused();
    }
    return Response.seeOther(leaves ? overview() : next(step, back)).build();
  }

  private Page withOneMore(Exemption draft, RequestStep step, ServersStep servers) {
    var more = servers.withOneMore();
    return pages.step(draft, step, more, new FormErrors()).with("newest", more.rows().size() - 1);
  }

  /** How many mail servers somebody had typed before he had to sign in again. */
  private int keptServers() {
    var kept = KeptForm.of(request);
    return kept == null || !kept.isOf(request.getRequestURI())
        ? 0
        : ServersStep.shown(new SentForm(kept.fields()));
  }

  /** Saves it unless there are errors. */
  private void save(StepForm form, int seen, FormErrors errors) {
    if (form instanceof ConnectionStep chosen) {
      saveConnection(chosen.readId(errors), seen, errors);
      return;
    }
    var answer = form.read(errors);
    if (errors.isEmpty()) {
      requests.answer(id, user.partner(), seen, answer);
    }
  }

  private void saveConnection(Long chosen, int seen, FormErrors errors) {
    try {
      if (chosen != null) {
        requests.chooseConnection(id, user.partner(), seen, chosen);
      }
    } catch (NotFoundException e) {
      errors.add("connection", "web.form.choose");
    }
  }

  /** The step after this one that is still to be filled in; the check page where there is none. */
  private URI next(RequestStep step, String back) {
    var draft = draft();
    var missing = draft.missing();
    if (missing.isEmpty() || "check".equals(back)) {
      return overview();
    }
    return step(
        id,
        missing.stream().filter(m -> m.compareTo(step) > 0).findFirst().orElse(missing.get(0)),
        false);
  }

  private URI overview() {
    return URI.create("/exemptions/" + id + "/submission");
  }

  private Exemption draft() {
    var draft = exemptions.get(id, user.partner());
    draft.mustBeDraft();
    return draft;
  }

  private RequestStep step(Exemption draft) {
    var step = RequestStep.at(path);
    if (step == null || !draft.getSteps().contains(step)) {
      throw new NotFoundException();
    }
    return step;
  }
}
