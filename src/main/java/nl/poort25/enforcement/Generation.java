package nl.poort25.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import nl.poort25.state.EnforcementTarget;

/**
 * A numbered, immutable state of all points of one target. It is in force from its making until the
 * next one; its lines are the {@link LineSpan}s that last in it.
 */
@Entity
public class Generation {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private EnforcementTarget target;

  private long number;

  @Column(name = "made_at")
  private Instant madeAt;

  private String digest;

  @Column(name = "point_digest")
  private String pointDigest;

  @Column(name = "line_count")
  private int lineCount;

  private int added;
  private int removed;
  private boolean urgent;

  protected Generation() {}

  /**
   * @param urgent whether it closes for abuse, and so waits for nothing (4.13)
   */
  Generation(
      EnforcementTarget target,
      long number,
      String digest,
      int lineCount,
      int added,
      int removed,
      boolean urgent,
      Instant now) {
    this.target = target;
    this.number = number;
    this.digest = digest;
    this.lineCount = lineCount;
    this.added = added;
    this.removed = removed;
    this.urgent = urgent;
    madeAt = now;
  }

  public EnforcementTarget getTarget() {
    return target;
  }

  /** From 1; without a gap but where a restored database went on above what its points held. */
  public long getNumber() {
    return number;
  }

  public Instant getMadeAt() {
    return madeAt;
  }

  /** SHA-256 of its lines, in hexadecimal. */
  public String getDigest() {
    return digest;
  }

  /** SHA-256 of its lines as points get them; null until it was asked for. */
  String getPointDigest() {
    return pointDigest;
  }

  void recordPointDigest(String asPointsHaveIt) {
    pointDigest = asPointsHaveIt;
  }

  public int getLineCount() {
    return lineCount;
  }

  public int getAdded() {
    return added;
  }

  public int getRemoved() {
    return removed;
  }

  /** Whether more than so many lines came, or went. */
  public boolean isLargerThan(int lines) {
    return added > lines || removed > lines;
  }

  public boolean isUrgent() {
    return urgent;
  }
}
