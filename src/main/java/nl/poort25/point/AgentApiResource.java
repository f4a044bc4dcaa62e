package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.time.InstantSource;
import java.util.function.Supplier;
import nl.poort25.web.Retry;

/**
 * The HTTP API of the agents: fetching the state and sending reports, with the point's token only,
 * which {@link nl.poort25.web.Gate} requires, never with a session.
 */
@Path("/enforcement/state")
@ApplicationScoped
@Produces("text/plain;charset=US-ASCII")
public class AgentApiResource {
  @Inject PointAuthentication tokens;
  @Inject StateOffers offers;
  @Inject PointWait waiting;
  @Inject InstantSource clock;

  /**
   * The state that the point is to hold, signed.
   *
   * @param etag of what it has
   * @param from the number of the state that it holds exactly, so that a difference will do
   * @param knows "own" from the agent of a firewall that knows the lines of the provider's own mail
   *     servers, "postmaster" from that of a relay that knows such a line; one from before them
   *     gets the former as {@code open}, and the latter not
   * @param holds number and digest of that which it applied last, whether or not exactly: "42-" and
   *     64 hexadecimal digits, or "0"; agents before version 2 do not say
   * @param count number and mode of the last document that it took, "12-enforce" say, or
   *     "0-enforce"; agents before version 5 do not say, and get documents without a number
   * @param key the fingerprint of the key that it verifies with, 64 hexadecimal digits
   * @param wait seconds that it waits for a change, at most 60
   */
  @GET
  public void state(
      @Context HttpServletRequest request,
      @HeaderParam("If-None-Match") String etag,
      @QueryParam("from") String from,
      @QueryParam("knows") String knows,
      @QueryParam("holds") String holds,
      @QueryParam("count") String count,
      @QueryParam("key") String key,
      @QueryParam("wait") String wait,
      @Suspended AsyncResponse answer) {
    var id = tokens.pointOf(request);
    if (id.isEmpty()) {
      answer.resume(PointAnswers.refused());
      return;
    }
    long pointId = id.get();
    var question = StateRequest.of(etag, from, knows, holds, count, key);
    String known = question.known();
    Supplier<StateOffers.Answer> asked =
        () -> Retry.onCollision(() -> offers.answer(pointId, question, clock.instant()));
    waiting.answer(
        answer,
        pointId,
        wait,
        asked,
        given -> given.document() == null ? given.offer().etag() : null,
        given -> PointAnswers.given(given.offer(), known, given.document()));
  }
}
