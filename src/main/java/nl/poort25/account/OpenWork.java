package nl.poort25.account;

/** Knows what people have in hand: implemented by what is given to them, above this package. */
public interface OpenWork {
  /** How many things somebody of the staff has in hand, in the caller's transaction. */
  long of(Account account);
}
