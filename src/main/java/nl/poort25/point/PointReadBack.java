package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last read-back of a point as it came, packed with gzip. */
@Entity
@Table(name = "point_read_back")
class PointReadBack {
  @Id
  @Column(name = "point_id")
  private long pointId;

  private byte[] bytes;

  protected PointReadBack() {}

  PointReadBack(long pointId, byte[] bytes) {
    this.pointId = pointId;
    this.bytes = bytes;
  }

  void replace(byte[] packed) {
    bytes = packed;
  }

  byte[] bytes() {
    return bytes;
  }
}
