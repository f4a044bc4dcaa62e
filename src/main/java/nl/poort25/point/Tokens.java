package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.account.LinkToken;
import nl.poort25.web.Client;
import nl.poort25.web.PointTokens;

/** Knows a point by what it carries. */
@ApplicationScoped
@Transactional
class Tokens implements PointTokens {
  private static final String BEARER = "Bearer ";

  @Inject Points points;
  @Inject Refusals refusals;
  @Inject Client client;
  @Inject InstantSource clock;

  @Override
  public boolean isCarriedBy(HttpServletRequest request) {
    return pointOf(request.getHeader("Authorization"), client.addressOf(request), clock.instant())
        .isPresent();
  }

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
