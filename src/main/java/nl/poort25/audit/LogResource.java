package nl.poort25.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.web.Choice;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Language;
import nl.poort25.web.Page;
import nl.poort25.web.Text;
import nl.poort25.web.Texts;

/** The log of all acts, for staff. */
@Path(LogResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class LogResource {
  static final String PATH = "/backoffice/log";
  private static final String ACT = "act.";
  private static final String SUBJECT = "audit.subject.";

  @Inject LogList list;
  @Inject Texts texts;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Response index() {
    var errors = new FormErrors();
    var filter = LogFilter.of(uri.getQueryParameters(), errors);
    Set<Long> people = filter.person() == null ? Set.of() : list.people(filter.person());
    if (filter.person() != null && people.isEmpty()) {
      errors.add("person", "audit.log.person.unknown");
    }
    var names = list.partners();
    var page = page(filter, names).with("errors", errors);
    if (!errors.isEmpty()) {
      return page.with("lines", List.of()).refused();
    }
    var found = list.page(filter, people);
    return Response.ok(
            page.with("lines", lines(found.rows(), names))
                .with("first", filter.first())
                .with("next", found.next() == null ? null : filter.url(found.next())))
        .build();
  }

  private Page page(LogFilter filter, Map<Long, String> names) {
    return Page.of("audit/log.html")
        .with("filter", filter)
        // as typed, also where it is no date
        .with("from", uri.getQueryParameters().getFirst("from"))
        .with("until", uri.getQueryParameters().getFirst("until"))
        .with(
            "partners",
            names.entrySet().stream()
                .map(p -> Choice.plain(p.getKey().toString(), p.getValue()))
                .toList())
        .with("acts", choices(ACT))
        .with("types", choices(SUBJECT));
  }

  /** In the alphabetical order of the reader's language. */
  private List<Choice> choices(String prefix) {
    var locale = Language.of(request);
    return texts.names(prefix).stream()
        .sorted(Comparator.comparing(name -> texts.in(locale, prefix + name)))
        .map(name -> new Choice(name, Text.of(prefix + name), null))
        .toList();
  }

  private static List<LogLine> lines(List<AuditEntry> entries, Map<Long, String> names) {
    return entries.stream().map(e -> new LogLine(e, names.get(e.getPartnerId()))).toList();
  }
}
