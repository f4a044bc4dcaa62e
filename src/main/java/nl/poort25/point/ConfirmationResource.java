package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import nl.poort25.web.Retry;

/**
 * What a program that is none of our agents has read back, after it carried out a state of {@link
 * LatestStateResource}: a line of a state for each that is in force, as the format {@code lines}
 * has them, in any order.
 */
@Path("/enforcement/confirmation")
@ApplicationScoped
@Produces("text/plain;charset=US-ASCII")
public class ConfirmationResource {
  @Inject PointAuthentication tokens;
  @Inject PointReports reports;
  @Inject ReadBackRounds readBacks;
  @Inject Points points;
  @Inject Drifts drifts;
  @Inject InstantSource clock;

  /**
   * Answers 200 where just that state is in force; 409 with the lines that are missing (-) or too
   * many (+) where it is not, or with a sentence where it was not made here.
   *
   * @param state as {@code Poort25-State} said it of what was carried out; "0" for none yet
   */
  @POST
  public Response confirm(
      @Context HttpServletRequest request, @QueryParam("state") String state, InputStream body)
      throws IOException {
    var id = tokens.pointOf(request);
    if (id.isEmpty()) {
      return PointAnswers.refused();
    }
    if (!points.get(id.get()).hasOwnProgram()) {
      return PointAnswers.said(403, "this point has an agent, which reports");
    }
    var claim = StateRequest.claim(state);
    if (claim == null) {
      return PointAnswers.said(400, "say which state it is: ?state=NUMBER-DIGEST, or 0 for none");
    }
    byte[] bytes = body.readNBytes(PointReportResource.LARGEST + 1);
    if (bytes.length > PointReportResource.LARGEST) {
      return PointAnswers.said(413, "these are too many lines");
    }
    try {
      var report = PointReport.confirming(claim, bytes);
      Retry.onCollision(() -> reports.take(id.get(), report, clock.instant()));
    } catch (IllegalArgumentException e) {
      return PointAnswers.said(400, "no state of that number was ever given");
    }
    readBacks.confirmNow();
    return answer(id.get(), claim.number());
  }

  private Response answer(long pointId, long number) {
    var point = points.get(pointId);
    var held = point.getHeld();
    if (held.getAppliedNumber() > 0 && point.isJust(held.getAppliedNumber())) {
      return PointAnswers.said(200, "state " + held.getAppliedNumber() + " is in force");
    }
    var lines = drifts.of(point);
    if (lines.isEmpty()) {
      return PointAnswers.said(409, "state " + number + " was not made here, or is not known");
    }
    var text = new StringBuilder();
    lines.forEach(
        line -> text.append(line.isSurplus() ? '+' : '-').append(line.getText()).append('\n'));
    if (held.getMissing() + held.getSurplus() > lines.size()) {
      text.append("in all -%d +%d\n".formatted(held.getMissing(), held.getSurplus()));
    }
    return Response.status(409).entity(text.toString().getBytes(US_ASCII)).build();
  }
}
