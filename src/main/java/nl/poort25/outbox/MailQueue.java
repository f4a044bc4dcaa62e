package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.hibernate.Session;

/** The mails that are due, each step in a short transaction of its own. */
@ApplicationScoped
@Transactional
class MailQueue {
  // Hibernate would lock without skipping on H2, which both databases can
  // without a lower bound H2 reads all that are null: every mail that was sent
  private static final String NEXT =
      "select * from outbox_mail where next_try_at > :begin and next_try_at <= :now"
          + " order by next_try_at, id"
          + " fetch first 1 row only for update skip locked";

  @PersistenceContext EntityManager em;
  private InstantSource clock;

  protected MailQueue() {}

  @Inject
  MailQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes the next mail for one try; until it is over, or its time is, no other node does. */
  Optional<OutboxMail> claim() {
    var now = clock.instant();
    Optional<OutboxMail> next =
        em.unwrap(Session.class)
            .createNativeQuery(NEXT, OutboxMail.class)
            .setParameter("begin", Instant.EPOCH)
            .setParameter("now", now)
            .uniqueResultOptional();
    next.ifPresent(mail -> mail.markClaimed(now.plus(RetrySchedule.CLAIM)));
    return next;
  }

  void markSent(long id) {
    locked(id).orElseThrow().markSent(clock.instant());
  }

  /**
   * @param claim the mail as it was claimed
   */
  void markFailed(OutboxMail claim, Undelivered why) {
    var mail = locked(claim.getId()).orElseThrow();
    // this try took so long that another node has taken the mail over: its outcome counts
    if (mail.getTries() == claim.getTries() && mail.getState() == OutboxMailState.WAITING) {
      mail.markFailed(why, clock.instant());
    }
  }

  long count(OutboxMailState state) {
    return em.createQuery("select count(m) from OutboxMail m where m.state = :state", Long.class)
        .setParameter("state", state)
        .getSingleResult();
  }

  /** Locked until the transaction ends, so that two people cannot do something about it at once. */
  @Transactional(TxType.MANDATORY) // a lock lasts as long as its transaction
  Optional<OutboxMail> locked(long id) {
    return Optional.ofNullable(em.find(OutboxMail.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
