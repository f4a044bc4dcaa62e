package nl.poort25.state;

/** What a state is for. */
public enum Target {
  FIREWALL,
  RELAY
}
