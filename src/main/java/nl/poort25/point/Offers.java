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
import java.util.Map;
import java.util.stream.Collectors;
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
   * @param way whether it is to change anything; for a prober, which round it is
   */
  record Offer(long number, String way) {
    String etag() {
      return number + "-" + way;
    }
  }

  Offer of(long pointId) {
    return of(em.find(Point.class, pointId));
  }

  Offer of(Point point) {
    return of(point, released.numbers(point.getTarget()));
  }

  private static Offer of(Point point, Released.Numbers numbers) {
    return new Offer(numbers.of(point.isCanary()), way(point));
  }

  /** Of many at once, since they are asked for several times a second. */
  Map<Long, Offer> of(Collection<Long> pointIds) {
    var numbers = new EnumMap<Target, Released.Numbers>(Target.class);
    return em
        .createQuery("select p from Point p where p.id in :ids", Point.class)
        .setParameter("ids", pointIds)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                Point::getId,
                point -> of(point, numbers.computeIfAbsent(point.getTarget(), released::numbers))));
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
   */
  String document(long pointId, long number, Long have, Instant now) {
    var point = em.find(Point.class, pointId, LockModeType.PESSIMISTIC_WRITE);
    point.fetches(number, now);
    if (point.getFormat().probes()) {
      return StateDocument.whole(point, number, probes.toTry(point, number, now), signatures::sign);
    }
    return have != null && have > 0 && have <= number
        ? StateDocument.step(
            point, have, number, lines.between(point.getTarget(), have, number), signatures::sign)
        : StateDocument.whole(
            point, number, lines.whole(point.getTarget(), number), signatures::sign);
  }
}
