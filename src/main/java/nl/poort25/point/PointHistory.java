package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
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
}
