package nl.poort25.exemption;

/** What keeps spam and open relays off a server (4.12), to be ticked. */
public enum Measure {
  NO_OPEN_RELAY,
  SPAM_FILTER,
  AUTHENTICATED_SUBMISSION,
  RATE_LIMIT,
  SENDER_POLICIES,
  UPDATES
}
