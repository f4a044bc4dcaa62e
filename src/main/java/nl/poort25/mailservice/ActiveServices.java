package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;

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

  /** Active, and of an active registration. */
  public List<ServiceInForce> all() {
    return read(em.createQuery(IN_FORCE, Object[].class));
  }

  /** Those of one name, in A-label form. */
  public List<ServiceInForce> of(String name) {
    return read(
        em.createQuery(IN_FORCE + " and r.heldName = :name", Object[].class)
            .setParameter("name", name));
  }

  /** Whether the name is registered. */
  boolean isRegistered(String name) {
    return !em.createQuery("select r.id from Registration r where r.heldName = :name", Long.class)
        .setParameter("name", name)
        .getResultList()
        .isEmpty();
  }

  private static List<ServiceInForce> read(TypedQuery<Object[]> query) {
    return query.getResultList().stream()
        .map(
            row ->
                new ServiceInForce(
                    (Long) row[0],
                    (String) row[1],
                    row[2] != null,
                    (MailServiceKind) row[3],
                    new Delivery((DeliveryMethod) row[4], (String) row[5], (String) row[6])))
        .toList();
  }
}
