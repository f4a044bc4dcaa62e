package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.enforcement.PointLines;
import nl.poort25.enforcement.Released;
import nl.poort25.enforcement.Target;

/** What points get. */
@ApplicationScoped
@Transactional
class Offers {
  @PersistenceContext EntityManager em;
  @Inject PointLines lines;
  @Inject Released released;
  @Inject Signatures signatures;
  @Inject Probes probes;

  /**
   * What the point gets now.
   *
   * @param digest of that state, since a number alone may have been given twice: before and after
   *     the database was restored
   * @param way whether it is to change anything; for a prober, which round it is
   */
  record Offer(long number, String digest, String way) {
    String etag() {
      return number + "-" + digest.substring(0, Math.min(digest.length(), 12)) + "-" + way;
    }
  }

  Offer of(long pointId) {
    return of(em.find(Point.class, pointId));
  }

  Offer of(Point point) {
    return made(List.of(point)).get(point.getId());
  }

  /** Of many at once, since they are asked for several times a second. */
  Map<Long, Offer> of(Collection<Long> pointIds) {
    return made(
        em.createQuery("select p from Point p where p.id in :ids", Point.class)
            .setParameter("ids", pointIds)
            .getResultList());
  }

  private Map<Long, Offer> made(List<Point> points) {
    var numbers = new EnumMap<Target, Released.Numbers>(Target.class);
    var digests = new HashMap<String, String>();
    var offers = new HashMap<Long, Offer>();
    for (var point : points) {
      var target = point.getTarget();
      long number = numbers.computeIfAbsent(target, released::numbers).of(point.isCanary());
      String digest =
          digests.computeIfAbsent(target + " " + number, key -> released.digest(target, number));
      offers.put(point.getId(), new Offer(number, digest, way(point)));
    }
    return offers;
  }

  /** A prober that has reported its round has another list for the next, once a minute. */
  private static String way(Point point) {
    var reported = point.getHeld().getReportedAt();
    if (point.getFormat().probes()) {
      return "round-" + (reported == null ? 0 : reported.getEpochSecond() / 60);
    }
    return point.isEnforcing() ? "enforce" : "observe";
  }

  /**
   * The state of that number, signed, or what changed since the one that the point has.
   *
   * @param have the state that it holds exactly, or null
   * @param knowsOwn whether its agent knows the lines of the provider's own mail servers (2.5)
   */
  String document(long pointId, long number, Long have, boolean knowsOwn, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    point.fetches(number, now);
    if (point.getFormat().probes()) {
      return StateDocument.whole(point, number, probes.toTry(point, number, now), signatures::sign);
    }
    // that it says so is not enough: a number that was given twice is not the same state
    if (have != null && have > 0 && have <= number && point.isJust(have)) {
      var step = lines.between(point.getTarget(), have, number);
      if (knowsOwn || step.isWithoutOwn()) {
        return StateDocument.step(point, have, number, step, signatures::sign);
      }
    }
    var whole = lines.whole(point.getTarget(), number);
    return StateDocument.whole(
        point, number, knowsOwn ? whole : PointLines.withoutOwn(whole), signatures::sign);
  }
}
