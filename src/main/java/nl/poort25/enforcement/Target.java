package nl.poort25.enforcement;

/** What a state is for. */
public enum Target {
  FIREWALL,
  RELAY
}
