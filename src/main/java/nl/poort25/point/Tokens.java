package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import nl.poort25.account.LinkToken;

/** Knows a point by what it carries. */
@ApplicationScoped
@Transactional
class Tokens {
  private static final String BEARER = "Bearer ";

  @Inject Points points;
  @Inject Refusals refusals;

  /**
   * @param authorization the header, or null
   * @param from the address that the request comes from
   */
  Optional<Long> pointOf(String authorization, String from, Instant now) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      return Optional.empty();
    }
    var token = LinkToken.parse(authorization.substring(BEARER.length()));
    var point = token.flatMap(one -> points.holding(one, from, now)).map(Point::getId);
    if (point.isEmpty()) {
      refusals.note(token, from, now);
    }
    return point;
  }
}
