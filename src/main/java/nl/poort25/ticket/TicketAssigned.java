package nl.poort25.ticket;

import java.util.Map;
import nl.poort25.account.Account;

/**
 * Somebody of the staff has it from now on.
 *
 * @param from null where nobody had it
 */
public record TicketAssigned(Ticket ticket, Account from, Account to) implements InternalAct {
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
