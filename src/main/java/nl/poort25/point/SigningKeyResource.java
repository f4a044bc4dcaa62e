package nl.poort25.point;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import nl.poort25.text.Text;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;
import nl.poort25.web.StaffReason;

/** The key that states are signed with: which point has which, and its change. */
@Path(SigningKeyResource.PATH)
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class SigningKeyResource {
  static final String PATH = "/backoffice/points/key";

  @Inject SigningKeys signatures;
  @Inject Points points;
  @Inject InstantSource clock;
  @Context HttpServletRequest request;

  /** A point, and how its key stands. */
  public record Row(Point point, KeyStatus standing) {}

  @GET
  public Page show() {
    var rows = rows();
    return Page.of("point/key.html")
        .with("fingerprint", signatures.fingerprint())
        .with("since", signatures.since())
        .with("rows", rows)
        .with("left", leftBehind(rows))
        .with("leftSeen", Text.of("point.key.left.seen"))
        .with("anewSeen", Text.of("point.key.stolen.seen"));
  }

  /** Of points that run an agent of ours and have been heard, those to be seen to first. */
  private List<Row> rows() {
    return points.all().stream()
        .filter(point -> point.getHeardAt() != null && point.getFormat().hasAgent())
        .map(point -> new Row(point, signatures.standing(point.getKeyFingerprint())))
        .sorted(Comparator.comparing(Row::standing).reversed())
        .toList();
  }

  private static String leftBehind(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.standing() == KeyStatus.UNSAID)
        .map(row -> row.point().getName())
        .collect(joining(", "));
  }

  /**
   * @param left whether they say that these points cannot follow, where there are such
   */
  @POST
  @Path("change")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response change(
      @FormParam("shown") String shown,
      @FormParam("note") String typed,
      @FormParam("left") String left) {
    var errors = new FormErrors();
    var note = StaffReason.read("note", typed, errors);
    String names = leftBehind(rows());
    if (left == null && !names.isEmpty()) {
      errors.add("left", "point.key.left.unseen");
    }
    if (!errors.isEmpty()) {
      return note.refuse(show());
    }
    signatures.change(shown, note.text(), names, clock.instant());
    Flash.say(request, "point.key.changed");
    return Response.seeOther(URI.create(PATH)).build();
  }

  /**
   * @param anew whether they say that every point is to be installed anew
   */
  @POST
  @Path("theft")
  @RolesAllowed({"NETWORK", "ADMINISTRATOR"})
  public Response stolen(
      @FormParam("shown") String shown,
      @FormParam("why") String typed,
      @FormParam("anew") String anew) {
    var errors = new FormErrors();
    var why = StaffReason.read("why", typed, errors);
    if (anew == null) {
      errors.add("anew", "point.key.stolen.unseen");
    }
    if (!errors.isEmpty()) {
      return why.refuse(show());
    }
    signatures.replaceStolen(shown, why.text(), clock.instant());
    Flash.say(request, "point.key.replaced");
    return Response.seeOther(URI.create(PATH)).build();
  }
}
