package nl.poort25.outbox;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Staff has a mail tried again that had been given up. */
record MailTriedAgain(Subject subject) implements Act {
  @Override
  public Long partnerId() {
    return null;
  }
}
