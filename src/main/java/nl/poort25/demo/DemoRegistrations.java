package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.poort25.domain.Registration;

/**
 * Looks up the registration that holds a name, so that the demo's DNS follows what the portal asks
 * of its customers.
 */
@ApplicationScoped
class DemoRegistrations {
  @PersistenceContext EntityManager em;

  // a transaction for a mere query: looks run in the background, where there is no other context
  @Transactional
  Optional<Registration> held(String name) {
    return em
        .createQuery("select r from Registration r where r.heldName = :name", Registration.class)
        .setParameter("name", name)
        .getResultList()
        .stream()
        .findFirst();
  }
}
