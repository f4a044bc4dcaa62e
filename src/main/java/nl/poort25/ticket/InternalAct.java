package nl.poort25.ticket;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/**
 * An act on a ticket that is staff's own. No partner's matter and a subject of its own, so that
 * neither a partner's log nor the history of a ticket can ever show that there was one.
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
