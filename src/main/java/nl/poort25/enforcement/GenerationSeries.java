package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.poort25.state.EnforcementTarget;

/**
 * The number series of a target's generations. Its row is locked while a generation is made, so
 * that they are made one after the other.
 */
@Entity
@Table(name = "generation_series")
class GenerationSeries {
  @Id
  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  @Column(name = "last_number")
  private long last;

  @Column(name = "released_number")
  private long released;

  private boolean lifted;

  protected GenerationSeries() {}

  EnforcementTarget getTarget() {
    return target;
  }

  long next() {
    lifted = false;
    return ++last;
  }

  /**
   * A point holds a state of that number, which this database knows nothing of: the next one gets a
   * higher number, and is made whether or not anything was decided.
   */
  void raiseTo(long number) {
    if (number > last) {
      last = number;
      lifted = true;
    }
  }

  /** Whether the last number is that of no generation here. */
  boolean isRaised() {
    return lifted;
  }

  /** Every point may have it now. */
  void release(long number) {
    if (number > last) {
      throw new IllegalArgumentException("generation " + number + " of " + last);
    }
    released = Math.max(released, number);
  }

  /** Whether every point may have the last one. */
  boolean isReleased() {
    return released == last;
  }

  long getLast() {
    return last;
  }

  /** The last one that every point may have. */
  long getReleased() {
    return released;
  }
}
