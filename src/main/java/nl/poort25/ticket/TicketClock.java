package nl.poort25.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The term of a ticket (4.9): when it ends, that one went by, and why it stands still. */
@Embeddable
public class TicketClock {
  private Instant deadline;
  private String calendar;

  @Column(name = "missed_deadline")
  private Instant missedDeadline;

  @Column(name = "stopped_at")
  private Instant stoppedAt;

  @Column(name = "held_at")
  private Instant heldAt;

  protected TicketClock() {}

  /** No term runs. */
  static TicketClock none() {
    return new TicketClock();
  }

  /**
   * @param end null where no term runs
   */
  void runUntil(Deadline end) {
    deadline = end == null ? null : end.at();
    calendar = end == null ? null : end.calendar();
  }

  /** The partner is to answer. */
  void stop(Instant now) {
    endTerm(now);
    stoppedAt = stoppedAt == null ? now : stoppedAt;
  }

  /** An investigation holds what was asked. */
  void hold(Instant now) {
    endTerm(now);
    heldAt = heldAt == null ? now : heldAt;
  }

  void resume() {
    stoppedAt = null;
  }

  void release() {
    heldAt = null;
  }

  void end(Instant now) {
    endTerm(now);
    stoppedAt = null;
    heldAt = null;
  }

  /** Remembers a term that went by: the page says so for good. */
  private void endTerm(Instant now) {
    if (isLate(now) && missedDeadline == null) {
      missedDeadline = deadline;
    }
    deadline = null;
  }

  boolean isLate(Instant now) {
    return deadline != null && now.isAfter(deadline);
  }

  /** Null while it runs: since the partner was asked something, or else since it is held. */
  Instant stillSince() {
    return stoppedAt == null ? heldAt : stoppedAt;
  }

  /** Null where no term runs. */
  public Instant getDeadline() {
    return deadline;
  }

  public String getCalendar() {
    return calendar;
  }

  /** The first deadline that went by without an answer, as far as that is over; or null. */
  public Instant getMissedDeadline() {
    return missedDeadline;
  }

  public Instant getStoppedAt() {
    return stoppedAt;
  }

  public Instant getHeldAt() {
    return heldAt;
  }
}
