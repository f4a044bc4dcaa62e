package nl.poort25.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** An act on a ticket that its partner may know of. */
sealed interface TicketAct extends Act
    permits TicketFiled, UpdateWritten, ClockStopped, ClockStarted {
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
}
