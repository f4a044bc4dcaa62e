package nl.poort25.outbox;

import java.time.Instant;

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
   * @throws IllegalStateException if that account can have no such link (any more); the mail is
   *     then given up
   */
  Link make(String purpose, long accountId);

  /**
   * @param url the whole of it, beginning with the configured public URL
   * @param until when it can be used
   */
  record Link(String url, Instant until) {}
}
