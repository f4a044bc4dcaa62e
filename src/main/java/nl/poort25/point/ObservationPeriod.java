package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** Since when a point has been observing which addresses take connections from outside. */
@Embeddable
public class ObservationPeriod {
  /** What a report may take on its way: two are of one beginning all the same. */
  private static final Duration SAME = Duration.ofSeconds(30);

  @Column(name = "looks_since")
  private Instant since;

  @Column(name = "looked_at")
  private Instant lookedAt;

  @Column(name = "looks_full")
  private boolean full;

  protected ObservationPeriod() {}

  ObservationPeriod(Instant since, Instant lookedAt, boolean full) {
    this.since = since;
    this.lookedAt = lookedAt;
    this.full = full;
  }

  static ObservationPeriod never() {
    return new ObservationPeriod(null, null, false);
  }

  /** What follows from what it says now. */
  ObservationPeriod then(ObservedConnections said, Instant now) {
    if (said.seconds() == null) {
      return this;
    }
    var begun = now.minusSeconds(said.seconds());
    boolean same = since != null && Duration.between(since, begun).abs().compareTo(SAME) < 0;
    return new ObservationPeriod(same ? since : begun, now, said.full());
  }

  /** Null where it never did. */
  public Instant getSince() {
    return since;
  }

  /** Its last report that it does; null where it never did. */
  public Instant getLookedAt() {
    return lookedAt;
  }

  /** Whether it had no room to note another address. */
  public boolean isFull() {
    return full;
  }
}
