package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import nl.poort25.audit.Act;
import nl.poort25.state.EnforcementTarget;

/**
 * Records the marks of decisions that may change a state, and removes them once a generation has
 * been made.
 */
@ApplicationScoped
@Transactional
class PendingRebuilds {
  /**
   * Whose acts may change the state: for any of them it is made again, and mostly the same. What
   * the lines of names rest on is noted by the database, as {@link RelayChange}.
   */
  private static final Set<String> SUBJECTS =
      Set.of("exemption", "abuse", "prefix", "network-import", "change", "mail-server");

  /** A file of openings marks each of them: all of it is one turn's. */
  private static final int AT_ONCE = 100_000;

  @PersistenceContext EntityManager em;

  void notice(@Observes Act act) {
    if (SUBJECTS.contains(act.subject().type())) {
      note();
    }
  }

  /** The state of each target is to be looked at again. */
  void note() {
    for (var target : EnforcementTarget.values()) {
      em.persist(new PendingRebuild(target));
    }
  }

  /** Those that no generation of that target was made of yet. */
  List<Long> waiting(EnforcementTarget target) {
    return em.createQuery(
            "select c.id from PendingRebuild c where c.target = :target or c.target is null"
                + " order by c.id",
            Long.class)
        .setParameter("target", target)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /**
   * They are in the state now. Just these, not all up to the last: one with a lower number may have
   * been committed since.
   */
  void forget(List<Long> made, EnforcementTarget target) {
    if (!made.isEmpty()) {
      em.createQuery("delete from PendingRebuild c where c.id in :made and c.target = :target")
          .setParameter("made", made)
          .setParameter("target", target)
          .executeUpdate();
      // of the release before: the other target has it left to do
      em.createQuery(
              "update PendingRebuild c set c.target = :other"
                  + " where c.id in :made and c.target is null")
          .setParameter("made", made)
          .setParameter("other", target.getOther())
          .executeUpdate();
    }
  }
}
