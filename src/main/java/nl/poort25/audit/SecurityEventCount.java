package nl.poort25.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often something suspicious was seen in one hour, from one address and at one account. */
@Entity
@Table(name = "security_event")
public class SecurityEventCount {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "hour_begin")
  @SuppressWarnings("UnusedVariable") // queries read it
  private Instant hour;

  private String kind;
  private String address;
  private String who;
  private long times;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  private String place;

  protected SecurityEventCount() {}

  SecurityEventCount(SecurityCounts.Key key, SecurityCounts.Count count) {
    hour = key.hour();
    kind = key.kind().name();
    address = key.address();
    who = key.who();
    times = count.times();
    firstAt = count.first();
    lastAt = count.last();
    place = count.place();
  }

  public Long getId() {
    return id;
  }

  public String getKind() {
    return kind;
  }

  /** Empty for the others of an hour in which there were too many. */
  public String getAddress() {
    return address;
  }

  public String getWho() {
    return who;
  }

  public long getTimes() {
    return times;
  }

  public Instant getFirstAt() {
    return firstAt;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  public String getPlace() {
    return place;
  }
}
