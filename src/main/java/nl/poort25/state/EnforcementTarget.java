package nl.poort25.state;

/** The kind of device that a state is for. */
public enum EnforcementTarget {
  FIREWALL,
  RELAY
}
