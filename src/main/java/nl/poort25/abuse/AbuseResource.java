package nl.poort25.abuse;

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
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.SentForm;

/** A partner's abuse cases. */
@Path(AbuseResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class AbuseResource {
  static final String PATH = "/abuse";

  @Inject AbuseCases cases;
  @Inject CaseList list;
  @Inject CasePages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var asked = new ListRequest(PATH, uri.getQueryParameters());
    return Page.of("abuse/list.html").with("list", list.page(asked, user.partner()));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.partner(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/answers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
    var shown = cases.get(id, user.partner());
    var errors = new FormErrors();
    var form = new InvestigationForm(new SentForm(sent), errors);
    shown.mustBeOpen();
    boolean keeps = form.isSaveDraft();
    var drafts = keeps ? form.drafts() : null;
    var answers = keeps ? null : form.answers(shown);
    if (!errors.isEmpty()) {
      return pages.partner(id, form).with("errors", errors).refused();
    }
    if (keeps) {
      cases.saveDrafts(id, user.partner(), drafts);
      Flash.say(request, "abuse.answer.kept");
    } else {
      cases.answer(id, user.partner(), answers, user.visitor().id(), clock.instant());
      Flash.say(request, "abuse.answered", numbers(answers.keySet()));
    }
    return Response.seeOther(URI.create("/abuse/" + id)).build();
  }

  static String numbers(Set<ItemKind> kinds) {
    return kinds.stream().map(kind -> "" + kind.getNumber()).collect(Collectors.joining(", "));
  }
}
