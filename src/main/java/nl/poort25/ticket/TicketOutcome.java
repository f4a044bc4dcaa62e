package nl.poort25.ticket;

/** What has become of what was asked. */
public enum TicketOutcome {
  /** granted, and port 25 not open yet: no answer as 4.9 means it */
  APPROVED,
  /** the same of less than was asked */
  PARTLY_APPROVED,
  OPEN,
  PARTLY_OPEN,
  REJECTED,
  /** by who asked */
  WITHDRAWN,
  /** before port 25 was open */
  ENDED;

  /** Only "open" or "rejected" meets the term (4.9). */
  public boolean isAnswer() {
    return this == OPEN || this == PARTLY_OPEN || this == REJECTED;
  }
}
