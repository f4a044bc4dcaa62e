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
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoice;
import nl.poort25.list.PartnerChoices;
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
  @Inject PartnerChoices partnerChoices;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Response index() {
    var partner = partnerChoices.read(uri.getQueryParameters());
    var asked = partner.in(new ListRequest(PATH, uri.getQueryParameters()));
    var errors = new FormErrors();
    var found = list.page(asked, errors);
    var names = logNames.partners(found.rows());
    var page =
        page(partner)
            .with("errors", errors)
            .with("list", found.map(entry -> new LogLine(entry, names.get(entry.getPartnerId()))));
    return errors.isEmpty() ? Response.ok(page).build() : page.refused();
  }

  private Page page(PartnerChoice partner) {
    return Page.of("audit/log.html")
        // as typed, also where it is no date
        .with("from", uri.getQueryParameters().getFirst("from"))
        .with("until", uri.getQueryParameters().getFirst("until"))
        .with("partner", partner)
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
