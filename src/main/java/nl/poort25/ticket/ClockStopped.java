package nl.poort25.ticket;

import java.util.Map;

/** Staff asked for more information (4.9). */
public record ClockStopped(Ticket ticket) implements TicketAct {
  @Override
  public Map<String, String> after() {
    var missed = ticket.getClock().getMissedDeadline();
    return missed == null ? Map.of() : Map.of("missed", missed.toString());
  }
}
