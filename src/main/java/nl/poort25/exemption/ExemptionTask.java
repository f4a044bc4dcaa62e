package nl.poort25.exemption;

/** What staff has to do about an exemption. */
public enum ExemptionTask {
  /** approved, and port 25 not open yet */
  TO_OPEN,
  /** blocked or ended, and port 25 not closed yet */
  TO_CLOSE,
  /** not confirmed in time by its partner */
  UNCONFIRMED,
  /** taken over, and violates a rule */
  TO_ACCEPT
}
