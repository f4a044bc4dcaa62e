package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.poort25.web.Rows;

/** What staff sees of the outbox. */
@ApplicationScoped
@Transactional
class MailList {
  @PersistenceContext EntityManager em;

  /** Newest first, along one index whichever filter is set. */
  Rows<OutboxMail, Long> page(MailFilter filter) {
    var conditions = new ArrayList<String>(List.of("1 = 1"));
    var parameters = new HashMap<String, Object>();
    if (filter.state() != null) {
      conditions.add("m.state = :state");
      parameters.put("state", filter.state());
    }
    if (filter.recipient() != null) {
      conditions.add("m.recipient = :recipient");
      parameters.put("recipient", filter.recipient());
    }
    if (filter.before() != null) {
      conditions.add("m.id < :before");
      parameters.put("before", filter.before());
    }
    var query =
        em.createQuery(
            "select m from OutboxMail m where "
                + String.join(" and ", conditions)
                + " order by m.id desc",
            OutboxMail.class);
    parameters.forEach(query::setParameter);
    return Rows.of(query, OutboxMail::getId);
  }

  long count(MailState state) {
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
