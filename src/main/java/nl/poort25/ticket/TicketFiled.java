package nl.poort25.ticket;

import java.util.Map;

/** A ticket has its number and, where one runs, its term. */
public record TicketFiled(Ticket ticket) implements TicketAct {
  @Override
  public Map<String, String> after() {
    var values = term();
    values.put("about", ticket.getAbout());
    values.put("violations", String.valueOf(ticket.getViolations()));
    return values;
  }
}
