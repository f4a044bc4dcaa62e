package nl.poort25.ticket;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
import nl.poort25.audit.ActFields;
import nl.poort25.audit.Subject;
import nl.poort25.policy.Article;

/** An act on a ticket that its partner may know of. */
public sealed interface TicketAct extends Act {
  Ticket ticket();

  @Override
  default Subject subject() {
    return new Subject("ticket", ticket().getId(), ticket().getNumber());
  }

  @Override
  default Long partnerId() {
    return ticket().getPartner().getId();
  }

  default ActFields term() {
    var clock = ticket().getClock();
    return ActFields.of("deadline", clock.getDeadline())
        .and("calendar", clock.getDeadline() == null ? null : clock.getCalendar());
  }

  private static ActFields assignedTo(Account staff) {
    return ActFields.of("assigned-to", staff == null ? null : staff.getName());
  }

  /** The partner answered, and a new term began (4.9). */
  record ClockStarted(Ticket ticket) implements TicketAct {
    @Override
    public Map<String, String> after() {
      return term();
    }
  }

  /** Staff asked for more information (4.9). */
  record ClockStopped(Ticket ticket) implements TicketAct {
    @Override
    public Map<String, String> after() {
      return ActFields.of("missed", ticket.getClock().getMissedDeadline());
    }
  }

  /** A ticket has its number and, where one runs, its term. */
  record TicketFiled(Ticket ticket) implements TicketAct {
    @Override
    public Map<String, String> after() {
      return term().and("about", ticket.getAbout()).and("violations", ticket.getViolations());
    }
  }

  /**
   * A message or a question, which the other side must know of; the text itself is in the ticket.
   *
   * @param files their names
   */
  record UpdateWritten(Update update, List<String> files) implements TicketAct {
    public UpdateWritten {
      files = List.copyOf(files);
    }

    @Override
    public Ticket ticket() {
      return update.getTicket();
    }

    @Override
    public Map<String, String> after() {
      var values = ActFields.of("kind", update.getKind());
      if (!update.getArticles().isEmpty()) {
        values.and(
            "articles", update.getArticles().stream().map(Article::number).collect(joining(", ")));
      }
      return files.isEmpty() ? values : values.and("files", String.join(", ", files));
    }
  }

  /**
   * An audit act on a ticket that only staff may know of. It has a subject of its own, so that no
   * log or history of a partner can show it.
   */
  sealed interface InternalAct extends Act permits TicketAssigned, TicketHandedOn, NoteWritten {
    Ticket ticket();

    @Override
    default Subject subject() {
      return new Subject("ticket-internal", ticket().getId(), ticket().getNumber());
    }
  }

  /** An internal note. */
  record NoteWritten(Update update) implements InternalAct {
    @Override
    public Ticket ticket() {
      return update.getTicket();
    }
  }

  /**
   * Somebody of the staff has it from now on.
   *
   * @param from null where nobody had it
   */
  record TicketAssigned(Ticket ticket, Account from, Account to) implements InternalAct {
    @Override
    public Map<String, String> before() {
      return assignedTo(from);
    }

    @Override
    public Map<String, String> after() {
      return assignedTo(to);
    }
  }

  /**
   * Who had it can do no work any more: locked, or only reading from now on.
   *
   * @param to null where nobody has it: it is in the queue
   */
  record TicketHandedOn(Ticket ticket, Account from, Account to) implements InternalAct {
    @Override
    public Map<String, String> before() {
      return assignedTo(from);
    }

    @Override
    public Map<String, String> after() {
      return assignedTo(to);
    }
  }
}
