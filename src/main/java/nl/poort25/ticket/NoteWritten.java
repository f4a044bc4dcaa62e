package nl.poort25.ticket;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/**
 * An internal note. No partner's matter and a subject of its own, so that neither a partner's log
 * nor the history of a ticket can ever show that there is one.
 */
public record NoteWritten(Update update) implements Act {
  @Override
  public Subject subject() {
    var ticket = update.getTicket();
    return new Subject("ticket-note", ticket.getId(), ticket.getNumber());
  }

  @Override
  public Long partnerId() {
    return null;
  }
}
