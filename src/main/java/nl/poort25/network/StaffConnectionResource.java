package nl.poort25.network;

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
import java.time.InstantSource;
import java.util.List;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.AuditLog;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;

/** One connection, as staff sees and changes it. */
@Path(StaffConnectionsResource.PATH + "/{id: \\d{1,18}}")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class StaffConnectionResource {
  private static final int SHOWN_ACTS = 20;

  @Inject CurrentUser user;
  @Inject Connections connections;
  @Inject Allocations allocations;
  @Inject LostAddresses losses;
  @Inject Investigations investigations;
  @Inject AuditLog log;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @PathParam("id")
  long id;

  @GET
  public Page show() {
    var connection = connections.get(id, user.everything());
    return Page.of("network/connection.html")
        .with("connection", connection)
        .with("keeps", user.visitor().keepsNetwork() && !connection.isEnded())
        .with("ranges", connections.allRanges(id))
        .with("uses", losses.uses(connections.ranges(id)))
        .with("investigations", investigations.on(connection))
        .with("acts", log.history("connection", id, SHOWN_ACTS));
  }

  @GET
  @Path("change")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page changeForm() {
    var connection = connections.get(id, user.everything());
    connection.mustBeCurrent();
    return changePage(connection, ConnectionForm.of(connection), new ClosingForm());
  }

  @POST
  @Path("change")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response change(
      @FormParam("version") int version,
      @BeanParam ConnectionForm form,
      @BeanParam ClosingForm closing) {
    var connection = connections.get(id, user.everything());
    var errors = new FormErrors();
    var asked = form.readChange(errors);
    closing.read(errors);
    if (!errors.isEmpty()) {
      return changePage(connection, form, closing).with("errors", errors).refused();
    }
    var verdict =
        Retry.onCollision(() -> allocations.change(id, version, asked, closing, clock.instant()));
    return verdict.holds()
        ? done("network.connection.changed", connection.getReference())
        : changePage(connection, form, closing).with("verdict", verdict).refused();
  }

  private Page changePage(Connection connection, ConnectionForm form, ClosingForm closing) {
    var wanted = ChoiceParser.find(ConnectionKind.class, form.kind);
    var uses =
        Allocations.isBecomingTeleworkerLine(connection, wanted)
            ? losses.uses(connections.ranges(id))
            : List.<AddressUse>of();
    var page =
        Page.of("network/connection-change.html")
            .with("connection", connection)
            .with("form", form)
            .with("kinds", StaffConnectionsResource.KINDS)
            .with("investigations", investigations.on(connection))
            .with("uses", uses);
    return closing.addTo(page, uses);
  }

  @POST
  @Path("ranges")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response give(@FormParam("addresses") String typed) {
    var connection = connections.get(id, user.everything());
    connection.mustBeCurrent();
    var errors = new FormErrors();
    var cidrs = ConnectionForm.readAddresses("addresses", typed, errors);
    if (!errors.isEmpty()) {
      return show().with("errors", errors).with("addresses", typed).refused();
    }
    var verdict = Retry.onCollision(() -> allocations.assign(id, cidrs, clock.instant()));
    return verdict.holds()
        ? done("network.ranges.added", ConnectionAct.joined(cidrs))
        : show().with("verdict", verdict).with("addresses", typed).refused();
  }

  @GET
  @Path("ranges/{range: \\d{1,18}}/removal")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page confirmTaking(@PathParam("range") long rangeId) {
    return taking(current(rangeId), new ClosingForm());
  }

  @POST
  @Path("ranges/{range: \\d{1,18}}/removal")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response take(
      @PathParam("range") long rangeId,
      @FormParam("sure") String sure,
      @BeanParam ClosingForm closing) {
    var range = current(rangeId);
    var errors = sure(sure);
    closing.read(errors);
    if (!errors.isEmpty()) {
      return taking(range, closing).with("errors", errors).refused();
    }
    var verdict =
        Retry.onCollision(() -> allocations.reclaim(id, rangeId, closing, clock.instant()));
    return verdict.holds()
        ? done("network.ranges.removed", range.getCidr())
        : taking(range, closing).with("verdict", verdict).refused();
  }

  private ConnectionRange current(long rangeId) {
    var range = allocations.range(id, rangeId);
    range.mustBeCurrent();
    return range;
  }

  private Page taking(ConnectionRange range, ClosingForm closing) {
    return loss(connections.get(id, user.everything()), List.of(range.getCidr()), closing)
        .with("range", range)
        .with("action", path() + "/ranges/" + range.getId() + "/removal")
        .with("sure", Text.of("network.removal.sure", range.getCidr()));
  }

  @GET
  @Path("ending")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Page confirmEnding() {
    return ending(connections.get(id, user.everything()), new ClosingForm());
  }

  @POST
  @Path("ending")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response end(
      @FormParam("version") int version,
      @FormParam("sure") String sure,
      @BeanParam ClosingForm closing) {
    var connection = connections.get(id, user.everything());
    var errors = sure(sure);
    closing.read(errors);
    if (!errors.isEmpty()) {
      return ending(connection, closing).with("errors", errors).refused();
    }
    Verdict verdict =
        Retry.onCollision(() -> allocations.end(id, version, closing, clock.instant()));
    return verdict.holds()
        ? done("network.connection.ended", connection.getReference())
        : ending(connection, closing).with("verdict", verdict).refused();
  }

  private Page ending(Connection connection, ClosingForm closing) {
    connection.mustBeCurrent();
    return loss(connection, connections.ranges(id), closing)
        .with("range", null)
        .with("action", path() + "/ending")
        .with("sure", Text.of("network.ending.sure", connection.getReference()));
  }

  private Page loss(Connection connection, List<Cidr> lost, ClosingForm closing) {
    var uses = losses.uses(lost);
    var page =
        Page.of("network/loss.html")
            .with("connection", connection)
            .with("lost", lost)
            .with("investigations", investigations.on(connection))
            .with("uses", uses);
    return closing.addTo(page, uses);
  }

  static FormErrors sure(String ticked) {
    var errors = new FormErrors();
    return ticked == null ? errors.add("sure", "network.not-sure") : errors;
  }

  private Response done(String said, Object what) {
    Flash.say(request, said, what);
    return Response.seeOther(URI.create(path())).build();
  }

  private String path() {
    return StaffConnectionsResource.PATH + "/" + id;
  }
}
