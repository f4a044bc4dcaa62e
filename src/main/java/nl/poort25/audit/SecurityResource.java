package nl.poort25.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import nl.poort25.list.ListRequest;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.web.Choice;
import nl.poort25.web.Page;
import nl.poort25.web.Suspicion;

/** What was tried and refused, for those who look after accounts or read everything. */
@Path(SecurityResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
public class SecurityResource {
  static final String PATH = "/backoffice/security";
  private static final List<Choice> KINDS =
      Arrays.stream(Suspicion.Kind.values()).map(k -> Choice.of(k, "audit.security.kind")).toList();

  @Inject SecurityLog log;
  @Inject SecurityEventRecorder rounds;
  @Inject Settings settings;
  @Context UriInfo uri;

  @GET
  public Page index() {
    rounds.write(); // the last seconds too
    var asked = new ListRequest(PATH, uri.getQueryParameters());
    return Page.of("audit/security.html")
        .with("list", log.page(asked))
        .with("kinds", KINDS)
        .with("days", settings.number(Setting.SECURITY_LOG_DAYS));
  }
}
