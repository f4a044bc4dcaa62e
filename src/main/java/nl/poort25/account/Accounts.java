package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

@ApplicationScoped
public class Accounts {
  @PersistenceContext EntityManager em;

  public Optional<Account> byEmail(String email) {
    return em.createQuery(
            "select a from Account a left join fetch a.partner where a.email = :email",
            Account.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  /** The account as it is now, if its sessions with that stamp are still good. */
  @Transactional
  Optional<Visitor> visitor(long id, int stamp) {
    return em.createQuery(
            "select a from Account a left join fetch a.partner where a.id = :id", Account.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .filter(a -> a.getStamp() == stamp && !a.isLocked())
        .filter(a -> a.getPartner() == null || !a.getPartner().isLocked())
        .map(Visitor::of);
  }
}
