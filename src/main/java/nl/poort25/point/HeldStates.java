package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import nl.poort25.enforcement.HeldThen;

/** Knows which state each point was found to hold at a moment. */
@ApplicationScoped
@Transactional
class HeldStates {
  @PersistenceContext EntityManager em;

  void answer(@Observes HeldThen question) {
    em.createQuery(
            "select s from PointState s join fetch s.point p where p.target = :target"
                + " and (p.retiredAt is null or p.retiredAt > :moment) and s.id ="
                + " (select max(t.id) from PointState t where t.point = p"
                + " and t.appliedAt <= :moment) order by p.name",
            PointState.class)
        .setParameter("target", question.target())
        .setParameter("moment", question.moment())
        .getResultList()
        .forEach(
            state ->
                question.isHeld(
                    state.getPoint().getName(), state.getNumber(), state.getAppliedAt()));
  }
}
