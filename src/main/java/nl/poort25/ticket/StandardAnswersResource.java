package nl.poort25.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import nl.poort25.web.Choice;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** The texts that staff begins answers with: all of the staff reads them, administrators write. */
@Path("/backoffice/standard-answers")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StandardAnswersResource {
  private static final URI LIST = URI.create("/backoffice/standard-answers");

  private static final List<Choice> KINDS =
      Arrays.stream(UpdateKind.values()).map(k -> Choice.explained(k, "ticket.kind")).toList();

  @Inject StandardAnswers answers;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    return Page.of("ticket/standard-answers.html").with("answers", answers.all());
  }

  @GET
  @Path("new")
  @RolesAllowed("ADMINISTRATOR")
  public Page form() {
    return page(null, new StandardAnswerForm(), new FormErrors());
  }

  @POST
  @RolesAllowed("ADMINISTRATOR")
  public Response add(@BeanParam StandardAnswerForm form) {
    var errors = new FormErrors();
    var read = checked(form, null, errors);
    if (!errors.isEmpty()) {
      return page(null, form, errors).refused();
    }
    answers.add(read);
    return done("ticket.answers.added", read.title());
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @RolesAllowed("ADMINISTRATOR")
  public Page show(@PathParam("id") long id) {
    var answer = answers.get(id);
    return page(answer, StandardAnswerForm.of(answer), new FormErrors());
  }

  @POST
  @Path("{id: \\d{1,18}}")
  @RolesAllowed("ADMINISTRATOR")
  public Response change(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @BeanParam StandardAnswerForm form) {
    var answer = answers.get(id);
    var errors = new FormErrors();
    var read = checked(form, id, errors);
    if (!errors.isEmpty()) {
      return page(answer, form, errors).refused();
    }
    answers.change(id, version, read);
    return done("ticket.answers.changed", read.title());
  }

  @POST
  @Path("{id: \\d{1,18}}/removal")
  @RolesAllowed("ADMINISTRATOR")
  public Response remove(@PathParam("id") long id, @FormParam("version") int version) {
    String title = answers.get(id).getTitle();
    answers.remove(id, version);
    return done("ticket.answers.removed", title);
  }

  private StandardAnswerForm.Read checked(StandardAnswerForm form, Long id, FormErrors errors) {
    var read = form.read(errors);
    if (read.title() != null && answers.isTaken(read.title(), id)) {
      errors.add("title", "ticket.answers.taken");
    }
    return read;
  }

  private static Page page(StandardAnswer answer, StandardAnswerForm form, FormErrors errors) {
    return Page.of("ticket/standard-answer.html")
        .with("answer", answer)
        .with("form", form)
        .with("errors", errors)
        .with("kinds", KINDS)
        .with("citable", TicketPages.CITABLE);
  }

  private Response done(String said, String title) {
    Flash.say(request, said, title);
    return Response.seeOther(LIST).build();
  }
}
