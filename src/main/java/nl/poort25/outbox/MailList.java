package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/** What staff sees of the outbox. */
@ApplicationScoped
@Transactional
class MailList {
  @PersistenceContext EntityManager em;

  /** Newest first; of one state, or whose recipient has exactly that address. */
  ListPage<OutboxMail> page(ListRequest request) {
    return new ListQuery<>(OutboxMail.class, "OutboxMail m")
        .descending()
        .fix("m.recipient", request.text("recipient", address -> address.toLowerCase(Locale.ROOT)))
        .fix("m.state", request.choice("state", OutboxMailState.class))
        .byNumber("m.id", OutboxMail::getId)
        .page(em, request);
  }
}
