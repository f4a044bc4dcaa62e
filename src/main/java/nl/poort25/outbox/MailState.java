package nl.poort25.outbox;

/** How it stands with a mail. */
public enum MailState {
  WAITING,
  SENT,
  /** Tried as often as makes sense, or refused for good. Staff can have it tried again. */
  GIVEN_UP,
  /** Given up, and staff has seen to it in another way. */
  DISMISSED
}
