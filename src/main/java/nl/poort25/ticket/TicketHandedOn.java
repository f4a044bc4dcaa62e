package nl.poort25.ticket;

import java.util.Map;
import nl.poort25.account.Account;

/**
 * Who had it can do no work any more: locked, or only reading from now on.
 *
 * @param to null where nobody has it: it is in the queue
 */
public record TicketHandedOn(Ticket ticket, Account from, Account to) implements InternalAct {
  @Override
  public Map<String, String> before() {
    return Map.of("assigned-to", from.getName());
  }

  @Override
  public Map<String, String> after() {
    return to == null ? Map.of() : Map.of("assigned-to", to.getName());
  }
}
