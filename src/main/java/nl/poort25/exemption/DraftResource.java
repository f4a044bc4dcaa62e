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
import java.util.Map;
import java.util.Set;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.KeptForm;
import nl.poort25.web.Page;

/** The steps of a draft: each POST saves its own, so that nothing is lost between them. */
@Path("/exemptions/{id: \\d{1,18}}/steps/{step: [a-z-]{1,20}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class DraftResource {
  private static final int ROWS = 2;

  @Inject Exemptions exemptions;
  @Inject Requests requests;
  @Inject ExemptionPages pages;
  @Inject CurrentUser user;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @PathParam("step")
  String path;

  /** The page of a step; whoever comes from the check page goes back there. */
  static URI step(long id, Step step, boolean back) {
    return URI.create("/exemptions/" + id + "/steps/" + step.path() + (back ? "?back=check" : ""));
  }

  @GET
  public Page form(@QueryParam("servers") int servers, @QueryParam("back") String back) {
    var draft = draft();
    var step = step(draft);
    var values = StepForm.values(draft);
    return pages
        .step(draft, step, values, rows(values, Math.max(servers, kept())), new FormErrors())
        .with("back", back);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(MultivaluedMap<String, String> sent) {
    var draft = draft();
    var step = step(draft);
    String back = sent.getFirst("back");
    int seen = DecisionForm.version(sent);
    draft.mustStillBe(seen);
    var errors = new FormErrors();
    var form = new StepForm(sent, errors);
    if (sent.containsKey("overview") && form.isAsIn(StepForm.values(draft))) {
      return Response.seeOther(overview()).build(); // nothing was typed
    }
    if (sent.containsKey("more")) {
      var typed = form.typed();
      int rows = Math.min(StepForm.MOST_SERVERS, rows(typed, 0) + 1);
      var page = pages.step(draft, step, typed, rows, errors).with("back", back);
      return Response.ok(page.with("newest", rows - 1)).build();
    }
    if (step == Step.CONNECTION) {
      saveConnection(sent.getFirst("connection"), seen, errors);
    } else {
      var answer = form.read(step);
      if (errors.isEmpty()) {
        requests.answer(id, user.partner(), seen, answer);
      }
    }
    if (!errors.isEmpty()) {
      var typed = form.typed();
      return pages
          .step(draft, step, typed, rows(typed, 0), errors)
          .with("back", back)
          .with("leaves", sent.containsKey("overview"))
          .refused();
    }
    return Response.seeOther(sent.containsKey("overview") ? overview() : next(step, back)).build();
  }

  /** The rows of mail servers that somebody had before he had to sign in again. */
  private int kept() {
    var kept = KeptForm.of(request);
    return kept == null || !kept.isOf(request.getRequestURI())
        ? 0
        : rows(kept.fields().keySet(), 0);
  }

  private void saveConnection(String chosen, int seen, FormErrors errors) {
    if (chosen == null || !chosen.matches("\\d{1,18}")) {
      errors.add("connection", "web.form.choose");
      return;
    }
    try {
      requests.chooseConnection(id, user.partner(), seen, Long.parseLong(chosen));
    } catch (NotFoundException e) {
      errors.add("connection", "web.form.choose");
    }
  }

  /** The step after this one that is still to be filled in; the check page where there is none. */
  private URI next(Step step, String back) {
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

  private Step step(Exemption draft) {
    var step = Step.at(path);
    if (step == null || !draft.getSteps().contains(step)) {
      throw new NotFoundException();
    }
    return step;
  }

  private static int rows(Map<String, String> values, int asked) {
    return rows(values.keySet(), asked);
  }

  private static int rows(Set<String> fields, int asked) {
    int used = 0;
    for (int i = 0; i < StepForm.MOST_SERVERS; i++) {
      if (fields.contains("host-" + i)) {
        used = i + 1;
      }
    }
    return Math.min(StepForm.MOST_SERVERS, Math.max(ROWS, Math.max(used, asked)));
  }
}
