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
import nl.poort25.list.ListRequest;
import nl.poort25.text.Text;
import nl.poort25.text.Texts;
import nl.poort25.web.Choice;
import nl.poort25.web.FormErrors;
import nl.poort25.web.LocaleResolver;
import nl.poort25.web.Page;

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
  @Inject LogNames logNames;
  @Inject Texts texts;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Response index() {
    var asked = new ListRequest(PATH, uri.getQueryParameters());
    var errors = new FormErrors();
    var found = list.page(asked, errors);
    var names = logNames.partners();
    var page =
        page(names)
            .with("errors", errors)
            .with("list", found.map(entry -> new LogLine(entry, names.get(entry.getPartnerId()))));
    return errors.isEmpty() ? Response.ok(page).build() : page.refused();
  }

  private Page page(Map<Long, String> names) {
    return Page.of("audit/log.html")
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
    var locale = LocaleResolver.of(request);
    return texts.names(prefix).stream()
        .sorted(Comparator.comparing(name -> texts.in(locale, prefix + name)))
        .map(name -> new Choice(name, Text.of(prefix + name), null))
        .toList();
  }
}
