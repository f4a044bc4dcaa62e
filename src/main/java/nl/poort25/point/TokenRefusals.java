package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.SecretToken;

/**
 * Records whose token was refused, so that a point with a wrong token is told from one that is
 * silent.
 */
@ApplicationScoped
@Transactional
class TokenRefusals {
  /** Tokens of a point that are remembered. */
  private static final int MOST = 20;

  @PersistenceContext EntityManager em;

  /** A point's token works no more. */
  void recordRevoked(Point point, String hash, Instant now) {
    if (hash == null) {
      return;
    }
    em.createQuery(
            "select r from RevokedToken r where r.point = :point order by r.revokedAt desc",
            RevokedToken.class)
        .setParameter("point", point)
        .setFirstResult(MOST - 1)
        .getResultList()
        .forEach(em::remove);
    em.persist(new RevokedToken(hash, point, now));
  }

  /**
   * Somebody was not let in.
   *
   * @param token empty where it was no token at all
   */
  void recordRefusal(Optional<SecretToken> token, String from, Instant now) {
    String hash = token.map(SecretToken::hash).orElse("");
    var elsewhere = points("select p from Point p where p.access.tokenHash = :it", hash);
    var revoked = points("select r.point from RevokedToken r where r.hash = :it", hash);
    if (!elsewhere.isEmpty()) {
      recordRefusal(elsewhere, TokenRefusal.Why.ELSEWHERE, from, now);
    } else if (!revoked.isEmpty()) {
      recordRefusal(revoked, TokenRefusal.Why.REVOKED, from, now);
    } else {
      recordRefusal(
          points(
              "select p from Point p where p.access.seenFrom = :it and p.retiredAt is null", from),
          TokenRefusal.Why.UNKNOWN,
          from,
          now);
    }
  }

  private List<Point> points(String query, String it) {
    return em.createQuery(query, Point.class).setParameter("it", it).getResultList();
  }

  private void recordRefusal(List<Point> points, TokenRefusal.Why why, String from, Instant now) {
    for (var point : points) {
      if (!point.getAccess().wasJustRefused(why, from, now)) {
        em.refresh(point, LockModeType.PESSIMISTIC_WRITE);
        point.getAccess().recordRefusal(new TokenRefusal(why, from, now));
      }
    }
  }
}
