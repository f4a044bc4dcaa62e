package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import nl.poort25.database.Batches;
import nl.poort25.domainname.DomainName;

/** Has registrations of names that overlap wait for one another (3.4). */
@ApplicationScoped
@Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
public class NameLocks {
  @PersistenceContext EntityManager em;

  /** Until the end of the transaction nobody registers a name that overlaps one of these. */
  public void lock(Collection<DomainName> names) {
    // in one order for all
    var tops = names.stream().map(name -> name.top().toString()).sorted();
    for (var some : Batches.of(tops)) {
      var missing = new HashSet<>(some);
      em.createQuery(
              "select n from NameLock n where n.name in :some order by n.name", NameLock.class)
          .setParameter("some", some)
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList()
          .forEach(lock -> missing.remove(lock.name()));
      some.stream().filter(missing::contains).forEach(top -> em.persist(new NameLock(top)));
    }
    em.flush();
  }
}
