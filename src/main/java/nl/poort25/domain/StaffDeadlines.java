package nl.poort25.domain;

import java.time.Instant;

/**
 * Computes the deadline by which staff must act, in working days (4.9); implemented by ticket,
 * which stands above.
 */
public interface StaffDeadlines {
  Instant deadlineFrom(Instant begun);
}
