package nl.poort25.abuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** A partner's abuse cases. */
@Path("/abuse")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("PARTNER")
public class AbuseResource {
  /** Characters; twice that still fits into the audit entry, whatever has to be escaped. */
  private static final int LONGEST_ANSWER = 3000;

  @Inject AbuseCases cases;
  @Inject CaseList list;
  @Inject CasePages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var filter = CaseFilter.of(user.partnerId(), uri.getQueryParameters());
    var found = list.page(filter);
    return Page.of("abuse/list.html")
        .with("filter", filter)
        .with("cases", found.rows())
        .with("first", filter.first("/abuse"))
        .with("next", filter.next("/abuse", found.next()));
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    return pages.partner(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/answers/{kind}")
  public Response answer(
      @PathParam("id") long id,
      @PathParam("kind") String name,
      @FormParam("version") int version,
      @FormParam("answer") String typed) {
    var kind = CasePages.kind(name);
    cases.get(id, user.partnerId());
    var errors = new FormErrors();
    String text = errors.required("answer-" + kind, typed, LONGEST_ANSWER);
    if (text == null) {
      return pages
          .partner(id)
          .with("errors", errors)
          .with("answered", kind)
          .with("answer", typed)
          .refused();
    }
    cases.answer(id, user.partnerId(), kind, version, text, user.visitor().id(), clock.instant());
    Flash.say(request, "abuse.answered", kind.getNumber());
    return Response.seeOther(URI.create("/abuse/" + id + "#item-" + kind)).build();
  }
}
