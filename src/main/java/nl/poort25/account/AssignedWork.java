package nl.poort25.account;

/**
 * Knows how many tickets somebody of the staff has. Declared here and implemented by ticket, which
 * stands above this package.
 */
public interface AssignedWork {
  /** How many things somebody of the staff has in hand, in the caller's transaction. */
  long of(Account account);
}
