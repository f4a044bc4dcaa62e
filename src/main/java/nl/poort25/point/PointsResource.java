package nl.poort25.point;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.enforcement.MxReachability;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.Retry;
import nl.poort25.web.StaffReason;

/** The enforcement points, as staff sees them and the network role keeps them. */
@Path(PointsResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class PointsResource {
  static final String PATH = "/backoffice/points";
  private static final String ONE = "{id: \\d{1,18}}";

  @Inject Points points;
  @Inject PointPages pages;
  @Inject ReadBacks readBacks;
  @Inject CurrentUser user;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  @GET
  public Page list() {
    return pages.list();
  }

  @GET
  @Path("new")
  @RolesAllowed("NETWORK")
  public Page form() {
    return pages.form(null, new PointForm());
  }

  @POST
  @RolesAllowed("NETWORK")
  public Response register(@BeanParam PointForm form) {
    var errors = new FormErrors();
    var typed = form.read(null, errors);
    mustBeFree(typed, null, errors);
    if (!errors.isEmpty()) {
      return pages.form(null, form).with("errors", errors).refused();
    }
    long id = points.register(typed, clock.instant()).getId();
    Flash.say(request, "point.registered", typed.name());
    return to(id);
  }

  private void mustBeFree(Points.Typed typed, Long but, FormErrors errors) {
    if (typed.name() != null && points.isTaken(typed.name(), but)) {
      errors.add("name", "point.name.taken");
    }
  }

  @GET
  @Path(ONE)
  public Page show(@PathParam("id") long id) {
    return pages.show(id);
  }

  @GET
  @Path(ONE + "/change")
  @RolesAllowed("NETWORK")
  public Page changeForm(@PathParam("id") long id) {
    var point = points.get(id);
    return pages.form(point, PointForm.of(point));
  }

  @POST
  @Path(ONE + "/change")
  @RolesAllowed("NETWORK")
  public Response change(
      @PathParam("id") long id, @FormParam("version") int version, @BeanParam PointForm form) {
    var point = points.get(id);
    var errors = new FormErrors();
    var typed = form.read(point.getFormat(), errors);
    mustBeFree(typed, id, errors);
    if (!errors.isEmpty()) {
      return pages.form(point, form).with("errors", errors).refused();
    }
    points.change(id, version, typed);
    Flash.say(request, "point.changed", typed.name());
    return to(id);
  }

  /** A new token; the one before works no more. */
  @POST
  @Path(ONE + "/token")
  @RolesAllowed("NETWORK")
  public Response token(@PathParam("id") long id, @FormParam("version") int version) {
    new ShownToken(id, points.token(id, version, clock.instant()).value()).keep(request);
    return Response.seeOther(URI.create(PATH + "/" + id + "/token")).build();
  }

  /** Once; looked at again it is the point's page. */
  @GET
  @Path(ONE + "/token")
  @RolesAllowed("NETWORK")
  public Response shownToken(@PathParam("id") long id) {
    var point = points.get(id);
    return ShownToken.take(request, id)
        .map(shown -> Response.ok(pages.token(point, shown)).build())
        .orElseGet(() -> to(id));
  }

  /**
   * Staff has seen what the point would change. Where a round or a report changed that since, the
   * page shows it as it is now.
   *
   * @param mxSeen whether they say that an MX of 3.10 may be closed by it, where one would be
   */
  @POST
  @Path(ONE + "/enforcement")
  @RolesAllowed("NETWORK")
  public Response enforce(
      @PathParam("id") long id,
      @FormParam("version") int version,
      @FormParam("shown") String shown,
      @FormParam("mx") String mxSeen) {
    var errors = new FormErrors();
    String closed = pages.mx(id).stream().map(MxReachability.Mx::host).collect(joining(", "));
    if (mxSeen == null && !closed.isEmpty()) {
      errors.add("mx", "point.mx.unseen");
    } else if (!Retry.onCollision(() -> points.enforce(id, version, shown, closed))) {
      errors.add("enforce", "point.enforce.changed");
    }
    if (!errors.isEmpty()) {
      return pages.show(id).with("errors", errors).refused();
    }
    Flash.say(request, "point.enforces");
    return to(id);
  }

  @POST
  @Path(ONE + "/reporting")
  @RolesAllowed("NETWORK")
  public Response onlyReport(@PathParam("id") long id, @FormParam("version") int version) {
    points.onlyReport(id, version);
    Flash.say(request, "point.only-reports");
    return to(id);
  }

  @POST
  @Path(ONE + "/retirement")
  @RolesAllowed("NETWORK")
  public Response retire(@PathParam("id") long id, @FormParam("version") int version) {
    points.retire(id, version, clock.instant());
    Flash.say(request, "point.retired");
    return to(id);
  }

  /** The network role has seen what would change on a point that is held. */
  @POST
  @Path(ONE + "/hold/confirmation")
  @RolesAllowed("NETWORK")
  public Response releaseHold(
      @PathParam("id") long id, @FormParam("shown") String shown, @FormParam("note") String typed) {
    var note = StaffReason.read("note", typed);
    if (note.isRefused()) {
      return note.refuse(pages.show(id));
    }
    points.releaseHold(id, shown, note.text(), user.visitor().id(), clock.instant());
    Flash.say(request, "point.hold.confirmed");
    return to(id);
  }

  /** All that would change on it, a line each. */
  @GET
  @Path(ONE + "/hold")
  @Produces("text/plain;charset=UTF-8")
  public Response change(@PathParam("id") long id) {
    return file(points.get(id).getName() + "-change.txt", pages.change(id));
  }

  /** As the point sent it. */
  @GET
  @Path(ONE + "/read-back")
  @Produces("text/plain;charset=UTF-8")
  public Response readBack(@PathParam("id") long id) {
    var point = points.get(id);
    return file(point.getName() + "-read-back.txt", readBacks.of(id));
  }

  /** An agent, its unit of systemd, or the key that states are signed with. */
  @GET
  @Path("files/{name: [a-z0-9.-]{1,60}}")
  @Produces("text/plain;charset=UTF-8")
  public Response agent(@PathParam("name") String name) {
    return name.equals("portal.pem")
        ? file(name, pages.pem())
        : file(name, Agent.text(name).orElseThrow(NotFoundException::new));
  }

  private static Response file(String name, Object content) {
    return Response.ok(content)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static Response to(long id) {
    return Response.seeOther(URI.create(PATH + "/" + id)).build();
  }
}
