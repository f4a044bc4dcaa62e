package nl.poort25.abuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import nl.poort25.abusereport.ReportLimits;
import nl.poort25.abusereport.ReportUpload;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.FileOrText;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.Uploads;

/** The reports of abuse, and their upload. */
@Path(ReportsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class ReportsResource {
  static final String PATH = "/backoffice/abuse/reports";

  @Inject UploadedReports uploaded;
  @Inject ReportList list;
  @Inject Settings settings;
  @Inject Uploads uploads;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    return Page.of("abuse/reports.html")
        .with("list", list.page(new ListRequest(PATH, uri.getQueryParameters())))
        .with("states", ReportState.values())
        .with("limits", ReportLimits.of(settings))
        .with("kilobytes", settings.number(Setting.REPORT_FILE_KILOBYTES))
        .with("pasting", FileOrText.KILOBYTES);
  }

  /** Takes one report, or a mailbox file: as a file, or pasted. */
  @POST
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response upload(InputStream body) throws IOException {
    var errors = new FormErrors();
    int kilobytes = settings.number(Setting.REPORT_FILE_KILOBYTES);
    var sent =
        FileOrText.read(
            uploads.read(request, body), "reports", 1024 * kilobytes, kilobytes, errors);
    if (!errors.isEmpty()) {
      return again(errors, sent).refused();
    }
    ReportUpload upload;
    try {
      upload = ReportUpload.read(sent.bytes(), ReportLimits.of(settings));
    } catch (MalformedInput e) {
      return again(errors.add(sent.field(), e.text()), sent).refused();
    }
    var outcomes =
        Retry.onCollision(() -> uploaded.recordAll(upload, user.visitor().id(), clock.instant()));
    if (outcomes.size() == 1 && outcomes.get(0).refusal() != null) {
      return again(errors.add(sent.field(), outcomes.get(0).refusal()), sent).refused();
    }
    if (outcomes.stream().anyMatch(outcome -> !isWhole(outcome))) {
      return outcomes(outcomes).refused();
    }
    return taken(outcomes);
  }

  private static boolean isWhole(UploadedReports.Outcome outcome) {
    return outcome.refusal() == null && outcome.getRest().isEmpty();
  }

  /** What was not taken, or not as a whole, before the rest. */
  private Page outcomes(List<UploadedReports.Outcome> outcomes) {
    return index()
        .with(
            "outcomes",
            outcomes.stream().sorted(Comparator.comparing(ReportsResource::isWhole)).toList())
        .with("taken", outcomes.stream().filter(outcome -> outcome.report() != null).count());
  }

  private Page again(FormErrors errors, FileOrText sent) {
    return index().with("errors", errors).with("pasted", sent.pasted());
  }

  private Response taken(List<UploadedReports.Outcome> outcomes) {
    long known = outcomes.stream().filter(UploadedReports.Outcome::known).count();
    Flash.say(
        request,
        "abuse.reports.taken." + (known == 0 ? "new" : "known"),
        outcomes.size() - known,
        known);
    String page = outcomes.size() == 1 ? "/" + outcomes.get(0).report().getId() : "";
    return Response.seeOther(URI.create(PATH + page)).build();
  }
}
