package nl.poort25.abuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoices;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.SentForm;
import nl.poort25.web.StaffReason;

/** Every partner's abuse cases, for staff. */
@Path(StaffAbuseResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffAbuseResource {
  static final String PATH = "/backoffice/abuse";
  private static final int LONGEST_CONCLUSION = 2000;

  @Inject AbuseCases cases;
  @Inject CaseList list;
  @Inject CasePages pages;
  @Inject PartnerChoices partnerChoices;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var partner = partnerChoices.read(uri.getQueryParameters());
    var asked = partner.in(new ListRequest(PATH, uri.getQueryParameters()));
    return Page.of("abuse/staff-list.html")
        .with("list", list.page(asked, user.everything()))
        .with("states", CaseState.values())
        .with("tasks", CaseTask.values())
        .with("partner", partner);
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.staff(id);
  }

  /** The network role confirms that nothing gets through any more. */
  @POST
  @Path("{id: \\d{1,18}}/enforcement")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response enforce(
      @PathParam("id") long id, @FormParam("version") int version, @FormParam("note") String note) {
    var seen = cases.get(id, user.everything());
    var how = StaffReason.read("note", note);
    if (how.isRefused()) {
      return how.refuse(pages.staff(id));
    }
    cases.confirmEnforced(id, version, how.text(), user.visitor().id(), clock.instant());
    Flash.say(request, "abuse.enforced.done", seen.getNumber());
    return back(id, "");
  }

  /** Signs what is chosen, of as many items as it is. */
  @POST
  @Path("{id: \\d{1,18}}/judgements")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response judge(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
    var shown = cases.get(id, user.everything());
    shown.mustBeOpen();
    var errors = new FormErrors();
    var form = new InvestigationForm(new SentForm(sent), errors);
    var judgements = form.judgements(shown);
    if (!errors.isEmpty()) {
      return pages.staff(id, form).with("errors", errors).refused();
    }
    cases.judge(id, judgements, user.visitor().id(), clock.instant());
    Flash.say(request, "abuse.judged", AbuseResource.numbers(judgements.keySet()));
    return back(id, "");
  }

  /** Ends the case: what it suspended is restored. */
  @POST
  @Path("{id: \\d{1,18}}/closure")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response close(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @FormParam("conclusion") String conclusion) {
    var seen = cases.get(id, user.everything());
    var found = PartnerText.reason(new FormErrors(), "conclusion", conclusion, LONGEST_CONCLUSION);
    if (found.isRefused()) {
      return found.refuse(pages.staff(id));
    }
    var verdict = cases.close(id, version, found.text(), user.visitor().id(), clock.instant());
    if (!verdict.holds()) {
      return found.refuse(pages.staff(id).with("verdict", verdict).with("concludes", true));
    }
    Flash.say(request, "abuse.closed.done", seen.getNumber());
    return back(id, "");
  }

  private static Response back(long id, String anchor) {
    return Response.seeOther(URI.create(PATH + "/" + id + anchor)).build();
  }
}
