package nl.poort25.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nl.poort25.audit.Act;
import nl.poort25.web.Conflict;
import nl.poort25.web.SentForms;
import nl.poort25.web.SentForms.Sent;

/**
 * Keeps which forms have done something, for as long as somebody may send one again: on any node,
 * and after the one that did it was killed before it could say so.
 */
@ApplicationScoped
@Transactional
class DoneForms implements SentForms {
  private static final Duration KEPT = Duration.ofDays(1);

  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;

  /**
   * With the act or not at all; of two at the same moment one waits for the other, and fails.
   *
   * @throws Conflict where another request has done it since this one began, as on a node that
   *     stood still meanwhile
   */
  void notice(@Observes Act act) {
    SentForms.current().ifPresent(this::keep);
  }

  private void keep(Sent sent) {
    var done = em.find(DoneForm.class, sent.digest());
    if (done == null) {
      em.persist(new DoneForm(sent, clock.instant()));
      em.flush(); // what is in the way is to be found here
    } else if (!done.isBy(sent)) {
      throw new Conflict("a form that was carried out before");
    }
  }

  @Override
  public boolean isDone(String digest) {
    return em.find(DoneForm.class, digest) != null;
  }

  void forget(Instant now) {
    em.createQuery("delete from DoneForm f where f.at < :then")
        .setParameter("then", now.minus(KEPT))
        .executeUpdate();
  }
}
