package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often something was done in one hour. */
@Entity
@Table(name = "hourly_count")
class HourlyCount {
  @Embeddable
  record Key(String about, @Column(name = "hour_begin") Instant hour) {}

  @EmbeddedId
  @SuppressWarnings("UnusedVariable") // queries read it
  private Key id;

  private int times;

  protected HourlyCount() {}

  HourlyCount(Key id) {
    this.id = id;
  }

  /** False, and not counted, where it is that often already. */
  boolean tryCount(int most) {
    if (times >= most) {
      return false;
    }
    times++;
    return true;
  }

  boolean isBelow(int most) {
    return times < most;
  }
}
