package nl.poort25.domain;

/** The furthest that any mail service of the name has come. */
public enum DomainMailState {
  NONE,
  ORDERED,
  ACTIVE
}
