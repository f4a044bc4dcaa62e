package nl.poort25.exemption;

import java.time.Duration;
import java.time.Instant;

/** What is due of the yearly confirmation (4.18): nothing, a reminder, or that it was missed. */
enum ReconfirmationDue {
  NOT_YET,
  REMIND,
  MISSED;

  private static final Duration FIRST = Duration.ofDays(30);
  private static final Duration SECOND = Duration.ofDays(7);

  /** The reminders before the term ends; one more tells that it has ended. */
  static final int REMINDERS = 2;

  /**
   * @param by until when it is to be confirmed
   * @param reminders how many were sent since it was last confirmed
   */
  static ReconfirmationDue due(Instant by, int reminders, Instant now) {
    if (!now.isBefore(by)) {
      return reminders <= REMINDERS ? MISSED : NOT_YET;
    }
    boolean first = reminders == 0 && !now.isBefore(by.minus(FIRST));
    boolean second = reminders == 1 && !now.isBefore(by.minus(SECOND));
    return first || second ? REMIND : NOT_YET;
  }

  /** How long before its term an exemption is looked at. */
  static Duration ahead() {
    return FIRST;
  }
}
