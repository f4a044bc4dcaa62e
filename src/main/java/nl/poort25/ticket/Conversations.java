package nl.poort25.ticket;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.ticket.TicketAct.NoteWritten;
import nl.poort25.ticket.TicketAct.UpdateWritten;

/** What partner and staff write to one another in a ticket (4.8), and the files that go along. */
@ApplicationScoped
@Transactional
public class Conversations {
  /** The same form within this time is the same message. */
  private static final Duration TWICE = Duration.ofMinutes(2);

  @PersistenceContext EntityManager em;
  @Inject Tickets tickets;
  @Inject Event<Act> acts;

  /**
   * @param forStaff whether internal notes are shown too
   */
  public Conversation of(Ticket ticket, boolean forStaff) {
    var files =
        em
            .createQuery(
                "select f from Attachment f where f.update.ticket = :ticket order by f.id",
                Attachment.class)
            .setParameter("ticket", ticket)
            .getResultList()
            .stream()
            .collect(groupingBy(f -> f.getUpdate().getId()));
    var entries =
        em
            .createQuery(
                "select u from TicketUpdate u join fetch u.author where u.ticket = :ticket"
                    + (forStaff ? "" : " and u.kind <> NOTE")
                    + " order by u.id",
                Update.class)
            .setParameter("ticket", ticket)
            .getResultList()
            .stream()
            .map(u -> new Conversation.Entry(u, files.getOrDefault(u.getId(), List.of())))
            .toList();
    return new Conversation(ticket, entries, forStaff);
  }

  /**
   * Writes into the ticket. A question stops the clock; a partner's message starts it again.
   *
   * @param authorId who writes
   */
  public void write(long ticketId, Scope scope, long authorId, NewUpdate written, Instant now) {
    var ticket = tickets.lock(ticketId, scope);
    var author = em.find(Account.class, authorId);
    if (isRepeated(ticket, author, written, now)) {
      return;
    }
    var update = new Update(ticket, author, written, now);
    em.persist(update);
    written.files().forEach(file -> keep(update, file));
    ticket.recordUpdate(update);
    acts.fire(
        update.isInternal()
            ? new NoteWritten(update)
            : new UpdateWritten(
                update, written.files().stream().map(NewAttachment::name).toList()));
    if (update.isQuestion()) {
      acts.fire(ticket.stop(now));
    } else if (!update.isByStaff() && ticket.isStopped()) {
      acts.fire(ticket.resume(tickets.term(ticket, now)));
    }
  }

  private boolean isRepeated(Ticket ticket, Account author, NewUpdate written, Instant now) {
    return em
        .createQuery(
            "select u from TicketUpdate u where u.ticket = :ticket order by u.id desc",
            Update.class)
        .setParameter("ticket", ticket)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .anyMatch(last -> last.isRepeatOf(written, author, now.minus(TWICE)));
  }

  private void keep(Update update, NewAttachment file) {
    var attachment = new Attachment(update, file);
    em.persist(attachment);
    em.persist(new AttachmentContent(attachment.getId(), file.bytes()));
  }

  /** An attachment with what is in it. */
  @SuppressWarnings("ArrayRecordComponent") // only handed on
  record Content(Attachment attachment, byte[] bytes) {}

  /**
   * A file of that ticket.
   *
   * @throws NotFoundException also for a file of another partner's, or of an internal note
   */
  Content file(long ticketId, long fileId, Scope scope) {
    var file =
        em
            .createQuery(
                "select f from Attachment f join fetch f.update u join fetch u.ticket t"
                    + " where f.id = :file and t.id = :ticket",
                Attachment.class)
            .setParameter("file", fileId)
            .setParameter("ticket", ticketId)
            .getResultList()
            .stream()
            .filter(f -> isFor(f.getUpdate(), scope))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return new Content(file, em.find(AttachmentContent.class, fileId).bytes());
  }

  private static boolean isFor(Update update, Scope scope) {
    return scope.includes(update.getTicket().getPartner())
        && (scope.isAll() || !update.isInternal());
  }
}
