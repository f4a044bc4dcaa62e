package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.account.AssignedWork;
import nl.poort25.account.StaffMemberUnavailable;
import nl.poort25.audit.Act;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;
import nl.poort25.outbox.MailListArgument;

/** Reassigns the tickets of a staff member who is unavailable, and mails who must act now. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TicketReassignment implements AssignedWork {
  /** What a mail names; the list has all of them. */
  private static final int NAMED = 20;

  private static final String HIS =
      "from Ticket t where t.assignedToId = :id and t.place.stage in (OPEN, WAITING)";

  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject Notifications notifications;
  @Inject Event<Act> acts;

  @Override
  public long of(Account account) {
    return em.createQuery("select count(t) " + HIS, Long.class)
        .setParameter("id", account.getId())
        .getSingleResult();
  }

  void handOn(@Observes StaffMemberUnavailable act) {
    var tickets =
        em.createQuery("select t " + HIS + " order by t.id", Ticket.class)
            .setParameter("id", act.account().getId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    tickets.forEach(ticket -> acts.fire(ticket.handOn(act.successor())));
    if (!tickets.isEmpty()) {
      tell(act, tickets);
    }
  }

  private void tell(StaffMemberUnavailable act, List<Ticket> tickets) {
    boolean given = act.successor() != null;
    var arguments =
        Map.of(
            "name",
            act.account().getName(),
            "count",
            "" + tickets.size(),
            "ticketLines",
            MailListArgument.of(
                tickets.stream()
                    .limit(NAMED)
                    .map(ticket -> ticket.getNumber() + ": " + ticket.getAbout())
                    .toList()));
    String template = given ? "tickets-given" : "tickets-nobodys";
    for (Account to : given ? List.of(act.successor()) : accounts.deciders()) {
      notifications.tell(
          to, NotificationKind.ASSIGNMENT, "/backoffice/tickets", template, arguments);
    }
  }
}
