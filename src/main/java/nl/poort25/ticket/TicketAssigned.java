package nl.poort25.ticket;

import java.util.Map;
import nl.poort25.account.Account;

/**
 * Somebody of the staff has it from now on.
 *
 * @param from null where nobody had it
 */
public record TicketAssigned(Ticket ticket, Account from, Account to) implements TicketAct {
  @Override
  public Map<String, String> before() {
    return TicketAct.with(from);
  }

  @Override
  public Map<String, String> after() {
    return TicketAct.with(to);
  }
}
