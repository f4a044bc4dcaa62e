package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import nl.poort25.web.Client;
import nl.poort25.web.Coding;
import nl.poort25.web.Retry;

/**
 * What a point asks and says; with its token only, which {@link nl.poort25.web.Gate} sees to, never
 * with a session.
 */
@Path("/enforcement")
@ApplicationScoped
@Produces("text/plain;charset=US-ASCII")
public class StateResource {
  /**
   * Bytes of a report, unpacked: the read-back of 150,000 lines of the longest kind. What is read
   * of them takes up to twenty times as much while they are looked at, which must fit the heap.
   */
  private static final int LARGEST = 16 * 1024 * 1024;

  private static final int LONGEST_WAIT = 60;

  @Inject Tokens tokens;
  @Inject Offers offers;
  @Inject Reports reports;
  @Inject ReadBackRounds readBacks;
  @Inject Waiting waiting;
  @Inject Client client;
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
  @Path("state")
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
    var id = point(request);
    if (id.isEmpty()) {
      answer.resume(refused());
      return;
    }
    long pointId = id.get();
    var question = Question.of(etag, from, knows, holds, count, key);
    String known = question.known();
    Supplier<Offers.Answer> asked =
        () -> Retry.onCollision(() -> offers.answer(pointId, question, clock.instant()));
    Offers.Answer given;
    try {
      given = asked.get();
    } catch (IllegalArgumentException e) {
      answer.resume(said(400, "no state or document of that number was ever given"));
      return;
    }
    Long seconds = number(wait);
    if (given.document() != null || seconds == null || seconds == 0) {
      answer.resume(response(given, known));
      return;
    }
    waiting.add(
        pointId,
        new Waiting.Waiter(
            given.offer().etag(),
            System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.min(seconds, LONGEST_WAIT)),
            () -> later(answer, asked, known)));
  }

  /** As it is by then. What goes wrong is answered as well: nobody else would, and it waits. */
  private static void later(AsyncResponse answer, Supplier<Offers.Answer> asked, String known) {
    try {
      answer.resume(response(asked.get(), known));
    } catch (IllegalArgumentException e) {
      answer.resume(said(400, "no state or document of that number was ever given"));
    } catch (RuntimeException e) {
      answer.resume(e);
    }
  }

  private static Response response(Offers.Answer given, String known) {
    var offer = given.offer();
    if (offer.number() > 0 && offer.etag().equals(known)) {
      return Response.notModified().header("ETag", "\"" + known + "\"").build();
    }
    return given.document() == null
        ? Response.noContent().build()
        : Response.ok(given.document()).header("ETag", "\"" + offer.etag() + "\"").build();
  }

  /** What the point did, and what it holds now. */
  @POST
  @Path("report")
  public Response report(@Context HttpServletRequest request, InputStream body) throws IOException {
    var id = point(request);
    if (id.isEmpty()) {
      return refused();
    }
    var coding = Coding.of(request);
    if (coding == Coding.OTHER) {
      return said(415, "a report is packed with gzip, or not at all");
    }
    byte[] bytes;
    try (var in = coding == Coding.GZIP ? new GZIPInputStream(body) : body) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      return said(400, "the report cannot be unpacked");
    }
    if (bytes.length > LARGEST) {
      return said(413, "the report is too large");
    }
    try {
      var read = Report.parse(bytes);
      if (!Retry.onCollision(() -> reports.report(id.get(), read, clock.instant()))) {
        return said(409, "send the read-back in full");
      }
    } catch (IllegalArgumentException e) {
      return said(400, "this is no report");
    }
    readBacks.follow();
    return said(200, "ok");
  }

  private Optional<Long> point(HttpServletRequest request) {
    return tokens.pointOf(
        request.getHeader("Authorization"), client.addressOf(request), clock.instant());
  }

  private static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  static Response refused() {
    return Response.status(401)
        .header("WWW-Authenticate", "Bearer")
        .entity("the token is unknown, revoked or not for this address\n".getBytes(US_ASCII))
        .build();
  }

  private static Response said(int status, String text) {
    return Response.status(status).entity((text + "\n").getBytes(US_ASCII)).build();
  }
}
