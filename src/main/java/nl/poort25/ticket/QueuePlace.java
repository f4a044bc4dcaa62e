package nl.poort25.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Where a ticket stands in the queues: whose turn it is, and what it is sorted by. */
@Embeddable
public class QueuePlace {
  /**
   * In a queue: has a moment by which, or since which, somebody is to act, or at which it ended.
   */
  static final int TERMED = 0;

  /** Is open, and no term runs: behind all that have one. */
  static final int UNTERMED = 1;

  @Enumerated(EnumType.STRING)
  private TicketStage stage;

  /** What the queue of the stage is sorted by first: {@link #TERMED}, then {@link #UNTERMED}. */
  @Column(name = "queue_rank")
  private int rank;

  /** What it is sorted by then: without a term, since when it has been there. */
  @Column(name = "queue_at")
  private Instant at;

  protected QueuePlace() {}

  private QueuePlace(TicketStage stage, int rank, Instant at) {
    this.stage = stage;
    this.rank = rank;
    this.at = at;
  }

  static QueuePlace of(TicketStage stage, Instant at) {
    return new QueuePlace(stage, TERMED, at);
  }

  /**
   * @param since when it came
   */
  static QueuePlace withoutTerm(Instant since) {
    return new QueuePlace(TicketStage.OPEN, UNTERMED, since);
  }

  TicketStage getStage() {
    return stage;
  }

  int getRank() {
    return rank;
  }

  Instant getAt() {
    return at;
  }
}
