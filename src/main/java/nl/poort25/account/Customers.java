package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.List;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

@ApplicationScoped
@Transactional
public class Customers {
  @PersistenceContext EntityManager em;

  /** The customer of that name, in whichever case, made if the partner has none yet. */
  public Customer namedOrNew(long partnerId, String name) {
    var partner = em.getReference(Partner.class, partnerId);
    return named(List.of(partner), List.of(name)).findOrMake(partner, name);
  }

  /** Those of these partners that are called so. */
  public CustomerLookup named(Collection<Partner> partners, Collection<String> names) {
    return new CustomerLookup(em).with(partners, names);
  }

  /**
   * One of a partner's own customers.
   *
   * @throws NotFoundException also for another partner's
   */
  Customer get(long id, long partnerId) {
    return em
        .createQuery(
            "select c from Customer c join fetch c.partner"
                + " where c.id = :id and c.partner.id = :partner",
            Customer.class)
        .setParameter("id", id)
        .setParameter("partner", partnerId)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  ListPage<Customer> page(ListRequest request, Scope scope) {
    var query = new ListQuery<>(Customer.class, "Customer x");
    return NamedList.pageOfCustomers(
        em, query.fix("x.partnerId", scope.partnerOf(request)), request);
  }

  /** The ids of those called just so, of every partner in the scope; no more than so many. */
  public List<Long> idsOf(String name, Scope scope, int most) {
    var query =
        em.createQuery(
            "select c.id from Customer c where c.lowerName = lower(:name) and c.name = :name"
                + (scope.isAll() ? "" : " and c.partnerId = :partner")
                + " order by c.id",
            Long.class);
    scope.partner().ifPresent(partner -> query.setParameter("partner", partner));
    return query.setParameter("name", name).setMaxResults(most).getResultList();
  }

  /** Whether the partner has another customer that is called so, in whichever case. */
  boolean taken(long partnerId, String name, Long except) {
    return em
        .createQuery(
            "select c.id from Customer c"
                + " where c.partner.id = :partner and c.lowerName = lower(:name)",
            Long.class)
        .setParameter("partner", partnerId)
        .setParameter("name", name)
        .getResultList()
        .stream()
        .anyMatch(id -> !id.equals(except));
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
