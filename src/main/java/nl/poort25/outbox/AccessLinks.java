package nl.poort25.outbox;

/**
 * Makes the links that let somebody in. The outbox asks for one at the moment of sending and puts
 * it into that mail only: no row, page, log or audit entry has it.
 */
public interface AccessLinks {
  /**
   * Called outside any transaction, so it opens its own. Called again for each try to send, and the
   * mail of an earlier try may have arrived all the same: an earlier link stays good until it
   * expires or one of them is used.
   *
   * @param purpose what was given to {@link Outbox#writeWithLink}
   * @return the whole URL, beginning with the configured public URL
   * @throws IllegalStateException if that account can have no such link (any more); the mail is
   *     then given up
   */
  String make(String purpose, long accountId);
}
