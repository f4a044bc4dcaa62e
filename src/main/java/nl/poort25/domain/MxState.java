package nl.poort25.domain;

/** What the last look at the zone's MX records said (3.10, 3.11). */
public enum MxState {
  UNCHECKED,
  CORRECT,
  WRONG,
  /** could not be checked: neither right nor wrong */
  UNKNOWN
}
