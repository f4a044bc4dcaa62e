package nl.poort25.ticket;

/** What an update is. A partner writes messages only. */
public enum UpdateKind {
  MESSAGE,
  /** Asks the partner for more information, which stops the clock (4.9). */
  QUESTION,
  /** For staff alone. */
  NOTE
}
