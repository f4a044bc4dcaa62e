package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;

/** In which lines points differ from the states that they are to hold. */
@ApplicationScoped
@Transactional
class Drifts {
  /** Lines that are kept of each kind; the read-back has them all. */
  private static final int MOST = 200;

  /** Lines of each kind that an alarm names. */
  private static final int SOME = 10;

  @PersistenceContext EntityManager em;
  @Inject Alarms alarms;

  /** In place of what was found before. */
  void record(Point point, Drift found, Instant now) {
    forget(point);
    point.recordDrift(found, now);
    keep(point, false, found.missing());
    keep(point, true, found.surplus());
    if (point.isEnforcing()) {
      raise(point, found, now);
    } else {
      end(point, now);
    }
  }

  private void keep(Point point, boolean surplus, List<String> texts) {
    texts.stream().limit(MOST).forEach(text -> em.persist(new DriftLine(point, surplus, text)));
  }

  void forget(Point point) {
    em.createQuery("delete from DriftLine d where d.point = :point")
        .setParameter("point", point)
        .executeUpdate();
  }

  /** People are told, whether or not its lines are kept. */
  void raise(Point point, Drift found, Instant now) {
    var some = new ArrayList<String>();
    found.missing().stream().limit(SOME).map(line -> "-" + line).forEach(some::add);
    found.surplus().stream().limit(SOME).map(line -> "+" + line).forEach(some::add);
    alarms.raise(Alarm.Kind.DRIFT, point.getName(), String.join(", ", some), now);
  }

  void end(Point point, Instant now) {
    alarms.end(Alarm.Kind.DRIFT, point.getName(), now);
  }

  /** The lines that are kept of it, what is missing first. */
  List<DriftLine> of(Point point) {
    return em.createQuery(
            "select d from DriftLine d where d.point = :point order by d.surplus, d.id",
            DriftLine.class)
        .setParameter("point", point)
        .getResultList();
  }
}
