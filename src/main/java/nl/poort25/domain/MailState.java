package nl.poort25.domain;

/** The furthest that any mail service of the name has come. */
public enum MailState {
  NONE,
  ORDERED,
  ACTIVE
}
