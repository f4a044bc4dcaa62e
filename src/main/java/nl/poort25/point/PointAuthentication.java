package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.poort25.account.SecretToken;
import nl.poort25.web.ClientAddress;
import nl.poort25.web.PointTokens;

/** Authenticates points by the bearer token of their requests. */
@ApplicationScoped
@Transactional
class PointAuthentication implements PointTokens {
  private static final String BEARER = "Bearer ";

  @PersistenceContext EntityManager em;
  @Inject TokenRefusals refusals;
  @Inject ClientAddress client;
  @Inject InstantSource clock;

  @Override
  public boolean isCarriedBy(HttpServletRequest request) {
    return pointOf(request).isPresent();
  }

  /** The id of the point that a request comes from; who is not let in is noted. */
  Optional<Long> pointOf(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null || !authorization.startsWith(BEARER)) {
      return Optional.empty();
    }
    String from = client.addressOf(request);
    var now = clock.instant();
    var token = SecretToken.parse(authorization.substring(BEARER.length()));
    var point = token.flatMap(one -> holding(one, from, now));
    if (point.isEmpty()) {
      refusals.recordRefusal(token, from, now);
    }
    return point.map(Point::getId);
  }

  /** The point of that token, locked, if it comes from where it may come from. */
  private Optional<Point> holding(SecretToken token, String from, Instant now) {
    var found =
        em
            .createQuery("select p from Point p where p.access.tokenHash = :hash", Point.class)
            .setParameter("hash", token.hash())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList()
            .stream()
            .filter(point -> point.getAccess().mayComeFrom(from))
            .findFirst();
    found.ifPresent(point -> point.getAccess().recordContact(from, now));
    return found;
  }
}
