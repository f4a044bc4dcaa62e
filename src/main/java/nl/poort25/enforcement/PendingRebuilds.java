package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import nl.poort25.audit.Act;

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

  private static final int AT_ONCE = 1000;

  @PersistenceContext EntityManager em;

  void notice(@Observes Act act) {
    if (SUBJECTS.contains(act.subject().type())) {
      note();
    }
  }

  /** The state is to be looked at again. */
  void note() {
    em.persist(new PendingRebuild());
  }

  /** Those that no generation was made of yet. */
  List<Long> waiting() {
    return em.createQuery("select c.id from PendingRebuild c order by c.id", Long.class)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /**
   * They are in the state now. Just these, not all up to the last: one with a lower number may have
   * been committed since.
   */
  void forget(List<Long> made) {
    if (!made.isEmpty()) {
      em.createQuery("delete from PendingRebuild c where c.id in :made")
          .setParameter("made", made)
          .executeUpdate();
    }
  }
}
