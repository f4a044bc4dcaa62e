package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A generation that a point was found to have applied, and since when. */
@Entity
@Table(name = "point_state")
public class AppliedGeneration {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "point_id")
  private Point point;

  private long number;

  @Column(name = "applied_at")
  private Instant appliedAt;

  protected AppliedGeneration() {}

  AppliedGeneration(Point point, Instant now) {
    this.point = point;
    number = point.getHeld().getAppliedNumber();
    appliedAt = now;
  }

  Point getPoint() {
    return point;
  }

  public long getNumber() {
    return number;
  }

  public Instant getAppliedAt() {
    return appliedAt;
  }
}
