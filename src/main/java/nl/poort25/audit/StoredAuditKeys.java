package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Optional;

/** The row of the log's key, read and made apart from whatever is going on. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class StoredAuditKeys {
  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;

  Optional<AuditKey> find() {
    return Optional.ofNullable(em.find(StoredAuditKey.class, StoredAuditKey.ONLY))
        .map(StoredAuditKey::decrypt);
  }

  /** With the empty chain that it seals. Fails where another node was first. */
  void make() {
    long last =
        em.createQuery("select coalesce(max(e.id), 0) from AuditEntry e", Long.class)
            .getSingleResult();
    em.persist(new StoredAuditKey(AuditKey.generate(last), clock.instant()));
    em.persist(AuditChain.empty());
    em.flush();
  }
}
