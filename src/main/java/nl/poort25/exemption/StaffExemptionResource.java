package nl.poort25.exemption;

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
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListUrl;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.SentForm;
import nl.poort25.web.StaffReason;

/** What staff sees of one exemption; here the network role confirms it, and reviewers end it. */
@Path(StaffExemptionsResource.PATH + "/{id: \\d{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed("STAFF")
public class StaffExemptionResource {
  @Inject Endings endings;
  @Inject Openings openings;
  @Inject StaffExemptionPages pages;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  public Page show() {
    Long answer = ListUrl.number(uri.getQueryParameters(), "answer");
    return pages.show(id, answer);
  }

  @POST
  @Path("opened")
  @RolesAllowed("NETWORK")
  public Response opened(MultivaluedMap<String, String> sent) {
    return confirm(sent, Opening.ToDo.OPEN, "opened-note", "exemption.confirm.opened");
  }

  @POST
  @Path("closed")
  @RolesAllowed("NETWORK")
  public Response closed(MultivaluedMap<String, String> sent) {
    return confirm(sent, Opening.ToDo.CLOSE, "closed-note", "exemption.confirm.closed");
  }

  private Response confirm(
      MultivaluedMap<String, String> fields, Opening.ToDo what, String field, String said) {
    var sent = new SentForm(fields);
    var errors = new FormErrors();
    var note = StaffReason.read(field, sent.text(field), errors);
    var lines = sent.ids("line");
    if (lines.isEmpty()) {
      errors.add(field, "exemption.confirm.no-line");
    }
    if (note.isRefused()) {
      return note.refuse(pages.show(id));
    }
    openings.confirm(id, what, lines, note.text(), user.visitor().id(), clock.instant());
    Flash.say(request, said);
    return done();
  }

  @POST
  @Path("ending")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response end(MultivaluedMap<String, String> fields) {
    var sent = new SentForm(fields);
    var why = StaffReason.read("end-reason", sent.text("end-reason"));
    if (why.isRefused()) {
      return why.refuse(pages.show(id));
    }
    endings.end(id, sent.version(), why.text(), user.visitor().id(), clock.instant());
    Flash.say(request, "exemption.ended");
    return done();
  }

  private Response done() {
    return Response.seeOther(URI.create(StaffExemptionsResource.PATH + "/" + id)).build();
  }
}
