package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Locale;
import java.util.Optional;
import nl.poort25.web.ListPage;
import nl.poort25.web.ListQuery;
import nl.poort25.web.ListRequest;

/** What staff sees of the outbox. */
@ApplicationScoped
@Transactional
class MailList {
  @PersistenceContext EntityManager em;

  /** Newest first; of one state, or whose recipient has exactly that address. */
  ListPage<OutboxMail> page(ListRequest request) {
    return new ListQuery<>(OutboxMail.class, "OutboxMail m")
        .descending()
        .narrow(
            "m.recipient", request.text("recipient", address -> address.toLowerCase(Locale.ROOT)))
        .narrow("m.state", request.choice("state", OutboxMailState.class))
        .byNumber("m.id", OutboxMail::getId)
        .page(em, request);
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
