package nl.poort25.ticket;

/** Whose turn it is in a ticket. */
public enum TicketStage {
  /** Staff's. */
  OPEN,
  /** The partner's, who was asked something: the clock stands still. */
  WAITING,
  CLOSED
}
