package nl.poort25.outbox;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Staff has seen to a mail that could not be sent. */
record MailDismissed(Subject subject) implements Act {
  @Override
  public Long partnerId() {
    return null;
  }
}
