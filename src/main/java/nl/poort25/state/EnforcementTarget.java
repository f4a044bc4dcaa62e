package nl.poort25.state;

/** The kind of device that a state is for. */
public enum EnforcementTarget {
  FIREWALL,
  RELAY;

  public boolean isRelay() {
    return this == RELAY;
  }

  /** The other one. */
  public EnforcementTarget getOther() {
    return isRelay() ? FIREWALL : RELAY;
  }
}
