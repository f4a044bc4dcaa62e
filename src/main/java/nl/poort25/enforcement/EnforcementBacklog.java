package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;

/** What was decided, and is in no generation yet. */
@ApplicationScoped
@Transactional
public class EnforcementBacklog {
  @PersistenceContext EntityManager em;

  /**
   * A number that stays the same while the oldest decision waits, and grows with the next; empty
   * where none does. What waits for the network role is not counted: it has an alarm.
   */
  public OptionalLong oldest() {
    return em.createQuery(
            "select min(c.id) from PendingRebuild c"
                + " union all select min(c.id) from RelayChange c where c.heldBack = false",
            Long.class)
        .getResultStream()
        .filter(java.util.Objects::nonNull)
        .mapToLong(Long::longValue)
        .min();
  }
}
