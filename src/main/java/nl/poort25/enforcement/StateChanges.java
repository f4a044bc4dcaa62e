package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import nl.poort25.audit.Act;

/** Remembers that something was decided which the state of the firewalls may depend on. */
@ApplicationScoped
@Transactional
class StateChanges {
  /** Whose acts may change the state: for any of them it is made again, and mostly the same. */
  private static final Set<String> SUBJECTS =
      Set.of("exemption", "abuse", "prefix", "network-import");

  @PersistenceContext EntityManager em;

  void notice(@Observes Act act) {
    if (SUBJECTS.contains(act.subject().type())) {
      em.persist(new StateChange());
    }
  }

  /** The last one, or null where there is none. */
  Long last() {
    return em.createQuery("select max(c.id) from StateChange c", Long.class).getSingleResult();
  }

  /** They are in the state now. */
  void forget(long upTo) {
    em.createQuery("delete from StateChange c where c.id <= :last")
        .setParameter("last", upTo)
        .executeUpdate();
  }
}
