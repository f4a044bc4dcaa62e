package nl.poort25.ticket;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.account.CurrentUser;
import nl.poort25.list.ListRequest;
import nl.poort25.list.ListUrl;
import nl.poort25.list.PartnerChoices;
import nl.poort25.text.Text;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.Flash;
import nl.poort25.web.Page;
import nl.poort25.web.SafeRedirect;

/** Staff's queue: every partner's tickets by deadline. */
@Path(StaffTicketsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffTicketsResource {
  static final String PATH = "/backoffice/tickets";

  @Inject Tickets tickets;
  @Inject TicketPages pages;
  @Inject ResponseTimeQuery responseTimes;
  @Inject TicketUpdates updates;
  @Inject PartnerChoices partnerChoices;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var partner = partnerChoices.read(uri.getQueryParameters());
    var asked = partner.in(new ListRequest(PATH, uri.getQueryParameters()));
    var counts = pages.counts(user.visitor().id());
    return pages
        .list("ticket/staff-list.html", asked, user.everything())
        .with("promptness", responseTimes.recent(clock.instant()).text())
        .with("counts", counts)
        .with("others", others(counts))
        .with("views", QueueView.values())
        .with("matters", Ticket.Matter.values())
        .with("partner", partner);
  }

  /** Another view of the queue, and how much is in it. */
  public record OtherView(QueueView view, Text said) {}

  private static List<OtherView> others(Map<String, Text> counts) {
    return Stream.of(QueueView.UNANSWERED, QueueView.WAITING)
        .filter(view -> counts.containsKey(view.word()))
        .map(
            view ->
                new OtherView(
                    view, Text.of("ticket.queue." + view.word(), counts.get(view.word()))))
        .toList();
  }

  /**
   * @param back the page that a standard answer was chosen on, for after it has been sent
   */
  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id, @QueryParam("back") String back) {
    Long answer = ListUrl.number(uri.getQueryParameters(), "answer");
    return pages.withAnswer(pages.show(id, user.everything()), answer, PATH + "/" + id, back);
  }

  @POST
  @Path("{id: \\d{1,18}}/updates")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response write(@PathParam("id") long id, InputStream body) throws IOException {
    return updates.write(id, user.everything(), request, body);
  }

  @GET
  @Path("{id: \\d{1,18}}/files/{file: \\d{1,18}}")
  @Produces("*/*")
  public Response file(@PathParam("id") long id, @PathParam("file") long file) {
    return updates.file(id, file, user.everything());
  }

  /**
   * Gives the ticket to somebody, oneself included.
   *
   * @param to the id of an account
   * @param seen the id of who had it on the page; empty for nobody
   */
  @POST
  @Path("{id: \\d{1,18}}/assignment")
  @RolesAllowed({"REVIEWER", "NETWORK", "ADMINISTRATOR"})
  public Response assign(
      @PathParam("id") long id,
      @FormParam("to") String to,
      @FormParam("seen") String seen,
      @FormParam("back") String back) {
    var staff = tickets.assign(id, number(to, 0L), number(seen, null));
    Flash.say(
        request,
        staff.getId() == user.visitor().id() ? "ticket.assigned.me" : "ticket.assigned.other",
        tickets.get(id, user.everything()).getNumber(),
        staff.getName());
    return Response.seeOther(back == null ? URI.create(PATH + "/" + id) : SafeRedirect.uri(back))
        .build();
  }

  private static Long number(String typed, Long otherwise) {
    Long id = ChoiceParser.id(typed);
    return id == null ? otherwise : id;
  }
}
