package nl.poort25.outbox;

import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Audit acts of staff on a mail that could not be sent. */
sealed interface MailAct extends Act {

  /** Staff has seen to it. */
  record MailDismissed(Subject subject) implements MailAct {}

  /** It is sent again, after it had been given up. */
  record MailTriedAgain(Subject subject) implements MailAct {}
}
