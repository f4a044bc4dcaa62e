package nl.poort25.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The provider's network (2.2). */
@ApplicationScoped
public class Prefixes {
  @PersistenceContext EntityManager em;

  /** The prefix of the provider that contains all of it, if there is one. */
  public Optional<Prefix> containing(Cidr cidr) {
    return em
        .createQuery("select p from Prefix p where p.held in :enclosing", Prefix.class)
        .setParameter("enclosing", cidr.enclosing())
        .getResultList()
        .stream()
        .findFirst();
  }
}
