package nl.poort25.mailservice;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.CurrentUser;
import nl.poort25.domain.StaffDeadlines;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.list.PartnerChoices;
import nl.poort25.mailservice.MailServiceList.Stage;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.StaffReason;

/** Every partner's mail services, for staff: what waits first. */
@Path(StaffMailServicesResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffMailServicesResource {
  static final String PATH = "/backoffice/mail-services";

  @Inject CurrentUser user;
  @Inject MailServices services;
  @Inject MailServiceList list;
  @Inject BulkActivation activations;
  @Inject RelayStatusQueries relays;
  @Inject PartnerChoices partnerChoices;
  @Inject StaffDeadlines staffTerm;
  @Inject InstantSource clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  @GET
  public Page index() {
    var partner = partnerChoices.read(uri.getQueryParameters());
    var waiting = list.countWaiting();
    var found =
        list.page(partner.in(new ListRequest(PATH, uri.getQueryParameters())), user.everything());
    return Page.of("mailservice/staff-list.html")
        .with("list", found)
        .with("due", due(found.rows()))
        .with("queue", found.asked().get("state") == Stage.WAITING)
        .with("stages", Stage.values())
        .with("kinds", MailServiceKind.values())
        .with(
            "heading",
            waiting.get(Stage.WAITING).isZero()
                ? Text.of("mailservice.staff.nothing")
                : waiting.get(Stage.WAITING).say("mailservice.staff.waiting"))
        .with(
            "awaitingProof",
            waiting.get(Stage.PROOF).isZero()
                ? null
                : waiting.get(Stage.PROOF).say("mailservice.staff.awaiting-proof"))
        .with("partner", partner);
  }

  /** Until when staff acts on each order or change that waits for it. */
  private Map<Long, Instant> due(List<MailService> rows) {
    return rows.stream()
        .filter(service -> service.getTurn().getWaitingSince() != null && !service.isToAccept())
        .collect(
            Collectors.toMap(
                MailService::getId,
                service -> staffTerm.deadlineFrom(service.getTurn().getWaitingSince())));
  }

  /**
   * Activates all that are ticked, each for itself; what was not done is told for each.
   *
   * @param ticked "id:version", as the list showed them
   */
  @POST
  @Path("activation")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response activateAll(@FormParam("service") List<String> ticked) {
    var outcomes =
        ticked.size() > ListPage.MOST ? List.<BulkActivation.Outcome>of() : activations.all(ticked);
    if (outcomes.isEmpty()) {
      var errors = new FormErrors().add("services", "mailservice.staff.none-ticked", ListPage.MOST);
      return index().with("errors", errors).refused();
    }
    if (outcomes.stream().anyMatch(outcome -> !outcome.isDone())) {
      return index().with("outcomes", outcomes).refused();
    }
    Flash.say(
        request,
        "mailservice.staff.activated",
        String.join(", ", outcomes.stream().map(BulkActivation.Outcome::name).toList()));
    return Response.seeOther(URI.create(PATH)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public Page show(@PathParam("id") long id) {
    var service = services.get(id, user.everything());
    boolean last =
        service.isActive()
            && services.of(service.getRegistration().getId()).stream()
                    .filter(MailService::isActive)
                    .count()
                == 1;
    var order = OrderToDecide.of(service);
    boolean reviews = user.visitor().reviews();
    return Page.of("mailservice/staff-show.html")
        .with("service", service)
        .with("order", order)
        .with("decides", order != null && reviews)
        .with("ends", service.isStoppable() && reviews)
        .with("last", last)
        .with("relays", relays.now(service.getRegistration()))
        .with("activated", service.getTurn().isWaiting() ? relays.activated(service) : null)
        .with("stopped", service.isStoppable() ? relays.ended(service) : null);
  }

  @POST
  @Path("{id: \\d{1,18}}/activation")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response activate(
      @PathParam("id") long id, @FormParam("version") int version, @FormParam("note") String note) {
    var service = services.get(id, user.everything());
    boolean proven = service.getRegistration().getControl().isProven();
    var why = proven ? null : StaffReason.read("note", note);
    if (why != null && why.isRefused()) {
      return why.refuse(show(id));
    }
    services.activate(id, version, why == null ? null : why.text(), clock.instant());
    return done("mailservice.staff.activated-one", service);
  }

  /** Of what was taken over and violates rules: it stays so. */
  @POST
  @Path("{id: \\d{1,18}}/acceptance")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response accept(
      @PathParam("id") long id, @FormParam("version") int version, @FormParam("why") String why) {
    var service = services.get(id, user.everything());
    var given = StaffReason.read("why", why);
    if (given.isRefused()) {
      return given.refuse(show(id));
    }
    services.accept(id, version, given.text(), clock.instant());
    return done("mailservice.staff.accepted", service);
  }

  @POST
  @Path("{id: \\d{1,18}}/refusal")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response refuse(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @FormParam("reason") String reason) {
    var service = services.get(id, user.everything());
    var given = StaffReason.read("reason", reason);
    if (given.isRefused()) {
      return given.refuse(show(id));
    }
    services.refuse(id, version, given.text(), clock.instant());
    return done("mailservice.staff.refused", service);
  }

  /** Of what was taken over: it stops at once. */
  @POST
  @Path("{id: \\d{1,18}}/ending")
  @RolesAllowed({"REVIEWER", "ADMINISTRATOR"})
  public Response stop(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @FormParam("ending") String typed) {
    var service = services.get(id, user.everything());
    var given = StaffReason.read("ending", typed);
    if (given.isRefused()) {
      return given.refuse(show(id));
    }
    services.stop(id, version, given.text(), clock.instant());
    return done("mailservice.staff.stopped", service);
  }

  private Response done(String said, MailService service) {
    Flash.say(
        request, said, service.getKind().getTitle(), service.getRegistration().getUnicodeName());
    return Response.seeOther(URI.create(PATH)).build();
  }
}
