package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.SecretToken;
import nl.poort25.audit.Act;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.GenerationReleases;
import nl.poort25.network.Cidr;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.web.Conflict;

/** The points, as staff registers and keeps them. */
@ApplicationScoped
@Transactional
public class Points {
  /** So many at most are told that are out of use. */
  static final int RETIRED = 50;

  @PersistenceContext EntityManager em;
  @Inject Alarms alarms;
  @Inject GenerationReleases released;
  @Inject Provenance provenance;
  @Inject Drifts drifts;
  @Inject TokenRefusals refusals;
  @Inject Event<Act> acts;

  /** What a form says of a point. */
  record Typed(String name, PointKind format, boolean canary, List<Cidr> sources) {}

  Point register(Typed typed, Instant now) {
    var point = new Point(typed.name(), typed.format(), typed.canary(), typed.sources(), now);
    em.persist(point);
    acts.fire(new PointAct.PointRegistered(point));
    return point;
  }

  void change(long id, int version, Typed typed) {
    var point = locked(id, version);
    var before = PointAct.values(point);
    point.rename(typed.name(), typed.canary(), typed.sources());
    acts.fire(new PointAct.PointChanged(point, before));
  }

  /** A new token, shown to whoever asked for it and never again. */
  SecretToken token(long id, int version, Instant now) {
    var point = locked(id, version);
    refusals.recordRevoked(point, point.getAccess().tokenHash(), now);
    var token = SecretToken.generate();
    point.replaceToken(token);
    acts.fire(new PointAct.PointTokenMade(point));
    return token;
  }

  /**
   * @param shown what staff saw that it would change
   * @param closedMx the hosts of 3.10 that it may close, as staff saw them; or empty
   * @return false where it would change something else by now
   */
  boolean enforce(long id, int version, String shown, String closedMx) {
    var point = locked(id, version);
    boolean done = point.enforce(shown, released.numbers(point.getTarget()).of(point.isCanary()));
    if (done) {
      acts.fire(new PointAct.PointEnforces(point, closedMx));
    }
    return done;
  }

  void onlyReport(long id, int version) {
    var point = locked(id, version);
    point.onlyReport();
    acts.fire(new PointAct.PointOnlyReports(point));
  }

  /**
   * The network role lets go a point that is held.
   *
   * @param shown what staff saw of what it holds and is to hold
   */
  void releaseHold(long id, String shown, String note, long by, Instant now) {
    var point = em.find(Point.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (point == null) {
      throw new NotFoundException();
    }
    provenance.confirm(point, shown, note, by, now);
  }

  void retire(long id, int version, Instant now) {
    var point = locked(id, version);
    provenance.endHold(point, now);
    refusals.recordRevoked(point, point.getAccess().tokenHash(), now);
    point.retire(now);
    drifts.forget(point);
    for (var kind : Alarm.Kind.values()) {
      alarms.end(kind, point.getName(), now);
    }
    acts.fire(new PointAct.PointRetired(point));
  }

  private Point locked(long id, int version) {
    var point = em.find(Point.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (point == null) {
      throw new NotFoundException();
    }
    if (point.getVersion() != version) {
      throw new Conflict("point " + id + " was changed since");
    }
    return point;
  }

  /**
   * @throws NotFoundException where there is none
   */
  Point get(long id) {
    return Optional.ofNullable(em.find(Point.class, id)).orElseThrow(NotFoundException::new);
  }

  /** Whether another point in use has that name. */
  boolean isTaken(String name, Long but) {
    return em.createQuery("select p.id from Point p where p.heldName = :name", Long.class)
        .setParameter("name", name)
        .getResultStream()
        .anyMatch(id -> !id.equals(but));
  }

  /** Those in use, in the order of their names. */
  List<Point> all() {
    return em.createQuery(
            "select p from Point p where p.retiredAt is null order by p.name", Point.class)
        .getResultList();
  }

  /** Those that carry out the states of that target. */
  List<Point> all(EnforcementTarget target) {
    return all().stream()
        .filter(point -> point.getTarget() == target && !point.getFormat().isProber())
        .toList();
  }

  /** When the first firewall was set to enforce, also one that is gone; null where none was. */
  Instant firstEnforcement() {
    return em.createQuery(
            "select min(e.at) from AuditEntry e, Point p where e.act = 'PointEnforces'"
                + " and e.subjectType = 'point' and e.subjectId = p.id and p.target = FIREWALL",
            Instant.class)
        .getSingleResult();
  }

  /** Those that were taken out of use, the last first. */
  List<Point> retired() {
    return em.createQuery(
            "select p from Point p where p.retiredAt is not null order by p.retiredAt desc, p.id desc",
            Point.class)
        .setMaxResults(RETIRED)
        .getResultList();
  }
}
