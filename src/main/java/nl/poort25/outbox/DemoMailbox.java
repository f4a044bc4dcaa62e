package nl.poort25.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps the mails of a demo run where staff can read them, links and all. */
@ApplicationScoped
@Transactional
class DemoMailbox implements MailTransport {
  @PersistenceContext EntityManager em;

  @Override
  public void deliver(RenderedMail letter) {
    em.createQuery("update OutboxMail m set m.demoBody = :body where m.messageId = :id")
        .setParameter("body", letter.body())
        .setParameter("id", letter.messageId())
        .executeUpdate();
  }
}
