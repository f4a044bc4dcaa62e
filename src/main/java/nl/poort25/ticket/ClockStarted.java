package nl.poort25.ticket;

import java.util.Map;

/** The partner answered, and a new term began (4.9). */
public record ClockStarted(Ticket ticket) implements TicketAct {
  @Override
  public Map<String, String> after() {
    return term();
  }
}
