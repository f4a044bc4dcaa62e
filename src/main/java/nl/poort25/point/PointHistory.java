package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import nl.poort25.enforcement.AppliedGenerations;
import nl.poort25.state.EnforcementTarget;

/** Says which generation each point had applied at a moment, by its read-back. */
@ApplicationScoped
@Transactional
class PointHistory implements AppliedGenerations {
  @PersistenceContext EntityManager em;

  /** Those of one point, the last first. */
  List<AppliedGeneration> of(Point point) {
    return em.createQuery(
            "select s from AppliedGeneration s where s.point = :point order by s.id desc",
            AppliedGeneration.class)
        .setParameter("point", point)
        .setMaxResults(25)
        .getResultList();
  }

  @Override
  public List<Holder> at(EnforcementTarget target, Instant moment) {
    return em
        .createQuery(
            "select s from AppliedGeneration s join fetch s.point p where p.target = :target"
                + " and (p.retiredAt is null or p.retiredAt > :moment) and s.id ="
                + " (select max(t.id) from AppliedGeneration t where t.point = p"
                + " and t.appliedAt <= :moment) order by p.name",
            AppliedGeneration.class)
        .setParameter("target", target)
        .setParameter("moment", moment)
        .getResultList()
        .stream()
        .map(s -> new Holder(s.getPoint().getName(), s.getNumber(), s.getAppliedAt()))
        .toList();
  }

  @Override
  public OptionalLong first(EnforcementTarget target) {
    return em.createQuery("select p from Point p where p.target = :target", Point.class)
        .setParameter("target", target)
        .getResultStream()
        .flatMapToLong(this::numbers)
        .min();
  }

  /** Those that the point has or may ask from, and the lowest that it is known to have had. */
  private LongStream numbers(Point point) {
    var held = point.getHeld();
    var now =
        point.isRetired()
            ? LongStream.empty()
            : LongStream.of(
                held.getAppliedNumber(), held.getFetchedNumber(), held.getReportedNumber());
    return LongStream.concat(
        now.filter(number -> number > 0),
        em
            .createQuery(
                "select s.number from AppliedGeneration s where s.point = :point"
                    + " order by s.point.id, s.number",
                Long.class)
            .setParameter("point", point)
            .setMaxResults(1)
            .getResultList()
            .stream()
            .mapToLong(Long::longValue));
  }
}
