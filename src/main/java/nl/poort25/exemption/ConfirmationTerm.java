package nl.poort25.exemption;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Until when a partner is to confirm that an exemption is still needed, and what he was sent. */
@Embeddable
public class ConfirmationTerm {
  @Column(name = "confirm_by")
  private Instant by;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  private int reminders;

  protected ConfirmationTerm() {}

  /** None runs. */
  static ConfirmationTerm none() {
    return new ConfirmationTerm();
  }

  void start(Instant next) {
    by = next;
    reminders = 0;
  }

  void confirm(Instant now, Instant next) {
    confirmedAt = now;
    start(next);
  }

  void recordReminder() {
    reminders++;
  }

  /** Nobody is reminded any more. */
  void recordMissed() {
    reminders = ReconfirmationDue.REMINDERS + 1;
  }

  void end() {
    by = null;
  }

  ReconfirmationDue due(Instant now) {
    return ReconfirmationDue.due(by, reminders, now);
  }

  /** Null where none runs. */
  public Instant getBy() {
    return by;
  }

  /** Null where it never was. */
  public Instant getConfirmedAt() {
    return confirmedAt;
  }
}
