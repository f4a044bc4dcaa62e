package nl.poort25.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.mailservice.Passage;
import nl.poort25.network.Cidr;

/** What is known of the destinations of mail services, and which are to be looked at. */
@ApplicationScoped
@Transactional
class KnownDestinations {
  private static final Duration KEPT = Duration.ofDays(1);

  /** Of a service that the relays work for. */
  private static final String IN_USE =
      " from MailService s join s.registration r where s.state = ACTIVE"
          + " and r.heldName is not null and r.control.proof is not null";

  @PersistenceContext EntityManager em;

  protected KnownDestinations() {}

  KnownDestinations(EntityManager em) {
    this.em = em;
  }

  /** Those whose turn it is, of services that the relays work for. */
  List<String> due(Instant now, int most) {
    return em.createQuery(
            "select distinct s.delivery.destination"
                + IN_USE
                + " and s.delivery.destination is not null"
                + " and not exists (select d from RelayDestination d"
                + " where d.destination = s.delivery.destination and d.nextLookAt > :now)",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Takes what a look gave; where mail goes elsewhere by it, the state is made again.
   *
   * @param now when the look began
   */
  void found(String destination, Passage passage, Instant now) {
    var known = em.find(RelayDestination.class, destination, LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      known = new RelayDestination(destination);
      em.persist(known);
    }
    if (known.found(passage, now)) {
      em.persist(new StateChange());
    }
  }

  /** Where mail may go now. */
  Map<String, List<Cidr>> reached() {
    var reached = new HashMap<String, List<Cidr>>();
    em.createQuery(
            "select d from RelayDestination d where d.addresses <> ''", RelayDestination.class)
        .getResultList()
        .forEach(d -> reached.put(d.getDestination(), d.getAddresses()));
    return reached;
  }

  /** Forgets those that nobody has used for a day. */
  void forget(Instant now) {
    em.createQuery(
            "delete from RelayDestination d where d.nextLookAt < :before and d.destination not in"
                + " (select s.delivery.destination"
                + IN_USE
                + " and s.delivery.destination is not null)")
        .setParameter("before", now.minus(KEPT))
        .executeUpdate();
  }
}
