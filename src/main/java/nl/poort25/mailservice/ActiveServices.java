package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import nl.poort25.database.Batches;

/**
 * Queries the active mail services of registered names, from which the state of the relays is made.
 */
@ApplicationScoped
@Transactional
public class ActiveServices {
  private static final String IN_FORCE =
      "select s.id, s.name, r.control.proof, s.kind, s.delivery.intake,"
          + " s.delivery.destination, s.delivery.localPart"
          + " from MailService s join s.registration r"
          + " where s.state = ACTIVE and r.heldName is not null";

  @PersistenceContext EntityManager em;

  protected ActiveServices() {}

  public ActiveServices(EntityManager em) {
    this.em = em;
  }

  /** Of these names, in A-label form: active, and of an active registration. */
  public List<ServiceInForce> of(Collection<String> names) {
    return Batches.rows(em, Object[].class, IN_FORCE + " and r.heldName in :some", names.stream())
        .map(ActiveServices::read)
        .toList();
  }

  /** Those of one name, in A-label form. */
  public List<ServiceInForce> of(String name) {
    return of(List.of(name));
  }

  /** Whether the name is registered. */
  boolean isRegistered(String name) {
    return !em.createQuery("select r.id from Registration r where r.heldName = :name", Long.class)
        .setParameter("name", name)
        .getResultList()
        .isEmpty();
  }

  private static ServiceInForce read(Object... row) {
    return new ServiceInForce(
        (Long) row[0],
        (String) row[1],
        row[2] != null,
        (MailServiceKind) row[3],
        new Delivery((DeliveryMethod) row[4], (String) row[5], (String) row[6]));
  }
}
