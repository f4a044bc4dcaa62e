package nl.poort25.ticket;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.audit.Act;
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

  default Map<String, String> term() {
    var values = new LinkedHashMap<String, String>();
    if (ticket().getClock().getDeadline() != null) {
      values.put("deadline", ticket().getClock().getDeadline().toString());
      values.put("calendar", ticket().getClock().getCalendar());
    }
    return values;
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
      var missed = ticket.getClock().getMissedDeadline();
      return missed == null ? Map.of() : Map.of("missed", missed.toString());
    }
  }

  /** A ticket has its number and, where one runs, its term. */
  record TicketFiled(Ticket ticket) implements TicketAct {
    @Override
    public Map<String, String> after() {
      var values = term();
      values.put("about", ticket.getAbout());
      values.put("violations", String.valueOf(ticket.getViolations()));
      return values;
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
      var values = new LinkedHashMap<String, String>();
      values.put("kind", update.getKind().name());
      if (!update.getArticles().isEmpty()) {
        values.put(
            "articles", update.getArticles().stream().map(Article::number).collect(joining(", ")));
      }
      if (!files.isEmpty()) {
        values.put("files", String.join(", ", files));
      }
      return values;
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

    @Override
    default Long partnerId() {
      return null;
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
      return with(from);
    }

    @Override
    public Map<String, String> after() {
      return with(to);
    }

    private static Map<String, String> with(Account staff) {
      return staff == null ? Map.of() : Map.of("assigned-to", staff.getName());
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
      return Map.of("assigned-to", from.getName());
    }

    @Override
    public Map<String, String> after() {
      return to == null ? Map.of() : Map.of("assigned-to", to.getName());
    }
  }
}
