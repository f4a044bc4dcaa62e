package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.ws.rs.core.Response;

/** What points are told in words: a line for the log of the agent. */
final class PointAnswers {
  private PointAnswers() {}

  static Response said(int status, String text) {
    return Response.status(status).entity((text + "\n").getBytes(US_ASCII)).build();
  }

  /**
   * A state, or that there is nothing else than it has.
   *
   * @param known the tag of what it has
   * @param document null where there is nothing for it
   */
  static Response given(StateOffers.Offer offer, String known, Object document) {
    if (offer.number() > 0 && offer.etag().equals(known)) {
      return Response.notModified().header("ETag", "\"" + known + "\"").build();
    }
    return document == null
        ? Response.noContent().build()
        : Response.ok(document).header("ETag", "\"" + offer.etag() + "\"").build();
  }

  static Response refused() {
    return Response.status(401)
        .header("WWW-Authenticate", "Bearer")
        .entity("the token is unknown, revoked or not for this address\n".getBytes(US_ASCII))
        .build();
  }
}
