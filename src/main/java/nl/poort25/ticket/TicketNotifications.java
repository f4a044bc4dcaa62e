package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.account.Accounts;
import nl.poort25.audit.Actor;
import nl.poort25.notification.NotificationKind;
import nl.poort25.notification.Notifications;
import nl.poort25.text.Languages;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.ticket.TicketAct.TicketAssigned;
import nl.poort25.ticket.TicketAct.TicketFiled;
import nl.poort25.ticket.TicketAct.UpdateWritten;

/** Mails the other side of a ticket what it must know, in the reader's language. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TicketNotifications {
  @Inject Accounts accounts;
  @Inject Notifications notifications;
  @Inject Actor actor;

  /** The confirmation of receipt. What staff filed is told by whoever filed it. */
  void filed(@Observes TicketFiled act) {
    var ticket = act.ticket();
    var account = ticket.getFiledBy();
    if (account == null || Accounts.isLockedOut(account)) {
      return;
    }
    var asked = Map.of("partner", ticket.getPartner().getName());
    accounts
        .deciders()
        .forEach(to -> write(to, NotificationKind.REQUEST, ticket, "ticket-asked", asked));
    if (ticket.getClock().getDeadline() == null) {
      write(account, NotificationKind.RECEIPT, ticket, "ticket-filed", Map.of());
    } else {
      String end = moment(ticket.getClock().getDeadline(), account.getLanguage());
      var until = Map.of("deadline", end);
      write(account, NotificationKind.RECEIPT, ticket, "ticket-filed-term", until);
    }
  }

  void written(@Observes UpdateWritten act) {
    var ticket = act.ticket();
    if (!act.update().isByStaff()) {
      answered(ticket);
      return;
    }
    String template = act.update().isQuestion() ? "ticket-question" : "ticket-message";
    accounts
        .readers(ticket.getFiledBy(), ticket.getPartner())
        .forEach(account -> write(account, NotificationKind.MESSAGE, ticket, template, Map.of()));
  }

  /** To who has the ticket; where nobody has, or who can do no work any more, to who decides. */
  private void answered(Ticket ticket) {
    var partner = Map.of("partner", ticket.getPartner().getName());
    var staff = ticket.getAssignedTo();
    if (staff != null && Accounts.canHandleWork(staff)) {
      write(staff, NotificationKind.ANSWER, ticket, "ticket-answer", partner);
    } else {
      accounts
          .deciders()
          .forEach(
              to -> write(to, NotificationKind.ANSWER, ticket, "ticket-answer-nobodys", partner));
    }
  }

  /** To both, except to whoever did it. */
  void assigned(@Observes TicketAssigned act) {
    if (isToBeTold(act.from())) {
      var now = Map.of("name", act.to().getName());
      write(act.from(), NotificationKind.ASSIGNMENT, act.ticket(), "ticket-handed-over", now);
    }
    if (isToBeTold(act.to())) {
      write(act.to(), NotificationKind.ASSIGNMENT, act.ticket(), "ticket-given", Map.of());
    }
  }

  private boolean isToBeTold(Account staff) {
    return staff != null && !Accounts.isLockedOut(staff) && !staff.getId().equals(actor.id());
  }

  private void write(
      Account to, NotificationKind kind, Ticket ticket, String template, Map<String, String> more) {
    var arguments = new HashMap<>(more);
    arguments.put("number", ticket.getNumber());
    arguments.put("about", ticket.getAbout());
    String path = TicketRow.path(ticket, to.isStaff());
    arguments.put("path", path);
    notifications.tell(to, kind, path, template, arguments);
  }

  private static String moment(Instant at, String language) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Languages.of(language))
        .format(at.atZone(LocalizedTexts.ZONE));
  }
}
