package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Optional;

/** The key of the log. It is made once, before the first entry that it seals. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class AuditKeys {
  @PersistenceContext EntityManager em;
  @Inject AuditKeys transactional;
  @Inject InstantSource clock;
  private volatile AuditKey known;

  @Transactional(TxType.SUPPORTS)
  AuditKey current() {
    var found = known;
    if (found == null) {
      found = transactional.stored().orElseGet(this::made);
      known = found;
    }
    return found;
  }

  /** Of two nodes that start at the same moment the first counts for both. */
  private AuditKey made() {
    try {
      transactional.make();
    } catch (PersistenceException | jakarta.transaction.TransactionalException e) {
      return transactional.stored().orElseThrow(() -> e);
    }
    return transactional.stored().orElseThrow();
  }

  Optional<AuditKey> stored() {
    return Optional.ofNullable(em.find(StoredAuditKey.class, StoredAuditKey.ONLY))
        .map(StoredAuditKey::decrypt);
  }

  void make() {
    long last =
        em.createQuery("select coalesce(max(e.id), 0) from AuditEntry e", Long.class)
            .getSingleResult();
    em.persist(new StoredAuditKey(AuditKey.generate(last), clock.instant()));
    em.persist(AuditChain.empty());
    em.flush();
  }
}
