package nl.poort25.enforcement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.ChoiceParser;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MonitoringToken;

/**
 * API for other programs, with the monitoring token: whether an address was to be open at a moment
 * and by whose decision; for the relays, the lines for a name or a client.
 */
@Path("/enforcement/history")
@RequestScoped
@Produces("application/json")
public class HistoryResource {
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");

  @Inject StatePages pages;
  @Inject MonitoringToken token;
  @Inject InstantSource clock;

  /**
   * @param target firewall or relay
   * @param about an address; of the relays also a name
   * @param at an instant as ISO 8601 writes it, such as 2026-03-03T13:05:00Z; null for now
   */
  @GET
  public Response answer(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("target") String target,
      @QueryParam("about") String about,
      @QueryParam("at") String at) {
    if (!token.isCarriedBy(authorization)) {
      return said(401, "the token is missing or wrong");
    }
    var of =
        target == null
            ? EnforcementTarget.FIREWALL
            : ChoiceParser.find(EnforcementTarget.class, target);
    if (of == null || about == null) {
      return said(400, "target is firewall or relay, about an address or a name");
    }
    var asked = HistoryQuery.read(of, "about", about, new FormErrors());
    if (asked == null) {
      return said(400, "about is no address or name");
    }
    Instant moment = moment(at);
    if (moment == null) {
      return said(400, "at is an instant such as 2026-03-03T13:05:00Z");
    }
    return Response.ok(json(asked, moment, pages.answer(of, asked, moment)).toString()).build();
  }

  /** Null for what is none, or in a year that no database takes. */
  private Instant moment(String at) {
    try {
      var moment = at == null ? clock.instant() : Instant.parse(at);
      return moment.isBefore(FIRST) || moment.isAfter(LAST) ? null : moment;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static JsonObject json(HistoryQuery asked, Instant moment, StatePages.Answer answer) {
    var lines = Json.createArrayBuilder();
    for (var brought : answer.lines()) {
      var line =
          Json.createObjectBuilder()
              .add("line", brought.line().getText())
              .add("since_generation", brought.line().getFrom())
              .add("cause", brought.getKind().name())
              .add("cause_id", brought.line().cause().id());
      var decision = brought.decision();
      if (decision != null) {
        line.add("exemption", decision.getExemption().getNumber())
            .add("decision", decision.getKind().name())
            .add("decided_at", decision.getAt().toString())
            .add("decided_by", decision.getBy() == null ? "" : decision.getBy().getName());
      }
      lines.add(line);
    }
    var generation = answer.generation();
    var whole = Json.createObjectBuilder().add("about", asked.text()).add("at", moment.toString());
    if (answer.archivedBefore() != null) {
      whole.add("archived_before", answer.archivedBefore().toString());
    } else if (generation == null) {
      whole.addNull("generation");
    } else {
      whole
          .add("generation", generation.getNumber())
          .add("made_at", generation.getMadeAt().toString())
          .add("sha256", generation.getDigest());
    }
    return whole.add("lines", lines).add("points", points(answer)).build();
  }

  /** What each point was found to hold then. */
  private static JsonArrayBuilder points(StatePages.Answer answer) {
    var points = Json.createArrayBuilder();
    for (var point : answer.points()) {
      points.add(
          Json.createObjectBuilder()
              .add("point", point.holder().point())
              .add("generation", point.holder().number())
              .add("since", point.holder().since().toString())
              .add("adrift", point.adrift())
              .add("lines", Json.createArrayBuilder(point.lines())));
    }
    return points;
  }

  private static Response said(int status, String why) {
    return Response.status(status)
        .entity(Json.createObjectBuilder().add("error", why).build().toString())
        .build();
  }
}
