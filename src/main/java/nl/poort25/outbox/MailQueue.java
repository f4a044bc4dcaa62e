package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** The mails that are due, each step in a short transaction of its own. */
@ApplicationScoped
class MailQueue {
  // Hibernate's number for "for update skip locked"
  private static final int SKIP_LOCKED = -2;

  @PersistenceContext EntityManager em;
  private InstantSource clock;

  protected MailQueue() {}

  @Inject
  MailQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes the next mail for one try; until it is over, or its time is, no other node does. */
  @Transactional
  Optional<OutboxMail> claim() {
    var now = clock.instant();
    var next =
        em.createQuery(
                "select m from OutboxMail m where m.nextTryAt <= :now order by m.nextTryAt, m.id",
                OutboxMail.class)
            .setParameter("now", now)
            .setMaxResults(1)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .getResultStream()
            .findFirst();
    next.ifPresent(mail -> mail.claimed(now.plus(Retries.CLAIM)));
    return next;
  }

  @Transactional
  void sent(long id) {
    locked(id).sent(clock.instant());
  }

  /**
   * @param claim the mail as it was claimed
   */
  @Transactional
  void failed(OutboxMail claim, Undelivered why) {
    var mail = locked(claim.getId());
    // this try took so long that another node has taken the mail over: its outcome counts
    if (mail.getTries() == claim.getTries() && mail.getState() == MailState.WAITING) {
      mail.failed(why, clock.instant());
    }
  }

  private OutboxMail locked(long id) {
    return em.find(OutboxMail.class, id, LockModeType.PESSIMISTIC_WRITE);
  }
}
