package nl.poort25.ticket;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/**
 * An audit act on a ticket that only staff may know of. It has a subject of its own, so that no log
 * or history of a partner can show it.
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
