package nl.poort25.exemption;

import nl.poort25.ticket.Ticket;

/**
 * What is said of an exemption in a word, beyond its state: for whom it waits, and whether the
 * network is as far as what was decided.
 *
 * @param partly whether less was granted than was asked
 * @param ticket null of a draft
 * @param blocked whether an open case covers a line that was granted (4.13)
 * @param closing whether a line is to be closed and was not confirmed to be (4.10)
 */
public record ExemptionStatus(
    ExemptionState state, boolean partly, Ticket ticket, boolean blocked, boolean closing) {
  private static final String STAFF = "WAITING";

  /** The state as a status word has it: blocked where an open case covers a line of it. */
  public ExemptionState shown() {
    return state.granted() && blocked ? ExemptionState.SUSPENDED : state;
  }

  /**
   * The end of the key of what is said of it: closed is not said before it is (4.10), nor that all
   * was granted where less was.
   */
  public String word() {
    return partly ? "PARTLY_" + wordOfAll() : wordOfAll();
  }

  private String wordOfAll() {
    if (state == ExemptionState.SUBMITTED && !waitsAs().equals(STAFF)) {
      return waitsAs();
    }
    if (shown() == ExemptionState.SUSPENDED && (closing || blocked)) {
      return "BLOCKING";
    }
    return isClosing() ? "CLOSING" : shown().name();
  }

  /** For whom it waits: the partner was asked something, an investigation holds it, or staff. */
  String waitsAs() {
    if (ticket == null) {
      return STAFF;
    }
    return ticket.isStopped() ? "ASKED" : ticket.isHeld() ? "ON_HOLD" : STAFF;
  }

  private boolean isClosing() {
    return state == ExemptionState.CLOSED && closing;
  }

  /** The kind of its status word. */
  public String sign() {
    return isClosing() ? "wait" : shown().getSign();
  }
}
