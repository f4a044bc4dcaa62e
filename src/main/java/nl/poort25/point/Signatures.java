package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/**
 * Signs what points get. The key is made once, at the first start, and stays: every point has its
 * public half pinned. Where two nodes start at the same moment, the first row counts for both.
 */
@ApplicationScoped
@Transactional
class Signatures {
  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;

  void start(@Observes Startup event) {
    if (em.createQuery("select count(k) from SigningKey k", Long.class).getSingleResult() == 0) {
      em.persist(SigningKey.generate(clock.instant()));
    }
  }

  String sign(byte[] bytes) {
    return key().sign(bytes);
  }

  /** The public half, for a point to pin. */
  String pem() {
    return key().pem();
  }

  private SigningKey key() {
    return em.createQuery("select k from SigningKey k order by k.id", SigningKey.class)
        .setMaxResults(1)
        .getSingleResult();
  }
}
