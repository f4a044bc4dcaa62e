package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token that works no more, known by its hash alone. */
@Entity
@Table(name = "revoked_token")
class RevokedToken {
  @Id private String hash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "point_id")
  private Point point;

  @SuppressWarnings("UnusedVariable") // for whoever looks into the database
  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected RevokedToken() {}

  RevokedToken(String hash, Point point, Instant now) {
    this.hash = hash;
    this.point = point;
    revokedAt = now;
  }

  public Point getPoint() {
    return point;
  }
}
