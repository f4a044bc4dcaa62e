package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class Customers {
  @PersistenceContext EntityManager em;

  public Optional<Customer> named(long partnerId, String name) {
    return em.createQuery(
            "select c from Customer c where c.partner.id = :partner and c.name = :name",
            Customer.class)
        .setParameter("partner", partnerId)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** The customer of that name, made if the partner has none yet. */
  public Customer namedOrNew(long partnerId, String name) {
    return named(partnerId, name)
        .orElseGet(
            () -> {
              var customer = new Customer(em.getReference(Partner.class, partnerId), name);
              em.persist(customer);
              return customer;
            });
  }

  public List<String> names(long partnerId, int most) {
    return em.createQuery(
            "select c.name from Customer c where c.partner.id = :partner order by c.name",
            String.class)
        .setParameter("partner", partnerId)
        .setMaxResults(most)
        .getResultList();
  }
}
