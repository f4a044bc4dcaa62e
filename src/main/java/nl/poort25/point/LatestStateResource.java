package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.point.StateOffers.Latest;
import nl.poort25.state.DesiredLine;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateFormat;
import nl.poort25.web.ConcurrencyLimit;
import nl.poort25.web.Retry;
import nl.poort25.web.Sha256;

/**
 * The state for a program that is none of our agents, in the file format that it asks for; let in
 * by the point's token, as {@link AgentApiResource} is.
 */
@Path("/enforcement/latest/{file: [a-z][a-z_.-]{1,40}}")
@ApplicationScoped
@Produces("text/plain;charset=UTF-8")
public class LatestStateResource {
  /** Number and digest of the state that a file is of, to be said again when it is confirmed. */
  static final String STATE = "Poort25-State";

  /** Of a relay there may be a million, which together would take up the heap. */
  private static final int MOST_LINES = 200_000;

  private static final ConcurrencyLimit MADE = new ConcurrencyLimit(2, 1);

  @Inject PointAuthentication tokens;
  @Inject StateOffers offers;
  @Inject Points points;
  @Inject PointWait waiting;
  @Inject InstantSource clock;

  /**
   * One file of the state that the point is to hold.
   *
   * @param file such as {@code lines}, {@code json}, {@code nftables} or {@code exim-denied}; 404
   *     for none of its target
   * @param etag of what it has
   * @param holds number and digest of what it carried out last, as {@code Poort25-State} said it;
   *     "0" for none. It must be said: a database that was restored meanwhile has an old state
   * @param wait seconds that it waits for a change, at most 60
   */
  @GET
  public void state(
      @Context HttpServletRequest request,
      @PathParam("file") String file,
      @HeaderParam("If-None-Match") String etag,
      @QueryParam("holds") String holds,
      @QueryParam("wait") String wait,
      @Suspended AsyncResponse answer) {
    var id = tokens.pointOf(request);
    if (id.isEmpty()) {
      answer.resume(PointAnswers.refused());
      return;
    }
    long pointId = id.get();
    var point = points.get(pointId);
    if (!point.hasOwnProgram()) {
      answer.resume(PointAnswers.said(403, "this point has an agent, which gets signed states"));
      return;
    }
    if (!StateFormat.files(point.getTarget()).contains(file)) {
      answer.resume(PointAnswers.said(404, "the states of this point have no such file"));
      return;
    }
    var claimed = StateRequest.claim(holds);
    if (claimed == null) {
      answer.resume(PointAnswers.said(400, "say what it holds: ?holds=NUMBER-DIGEST, or 0"));
      return;
    }
    String known = StateRequest.tag(etag);
    waiting.answer(
        answer,
        pointId,
        wait,
        () -> Retry.onCollision(() -> offers.latest(pointId, claimed, known, clock.instant())),
        given -> given.lines() == null ? given.offer().etag() : null,
        given -> response(given, file, known, point));
  }

  private static Response response(Latest given, String file, String known, Point point) {
    if (given.lines() == null) {
      return PointAnswers.given(given.offer(), known, null);
    }
    if (given.lines().size() > MOST_LINES) {
      return PointAnswers.said(
          409, "%d lines are more than are written at once".formatted(given.lines().size()));
    }
    if (!MADE.tryEnter(point.getId())) {
      return Response.status(503).header("Retry-After", "2").build();
    }
    try {
      return made(given, file, point.getTarget());
    } finally {
      MADE.leave(point.getId());
    }
  }

  private static Response made(Latest given, String file, EnforcementTarget target) {
    var offer = given.offer();
    List<DesiredLine> lines =
        given.lines().stream().map(line -> DesiredLine.parse(target, line)).toList();
    byte[] bytes =
        StateFormat.write(target, file, offer.number(), lines).orElseThrow().getBytes(UTF_8);
    return Response.fromResponse(PointAnswers.given(offer, "", bytes))
        .header(STATE, offer.number() + "-" + given.digest())
        .header("Poort25-Mode", given.enforces() ? "enforce" : "observe")
        .header("Poort25-SHA256", Sha256.hex(bytes))
        .build();
  }
}
