package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A reseller. Owns what he files, and sees nothing of another partner. */
@Entity
public class Partner {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;
  private boolean locked;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Partner() {}

  public Partner(String name, Instant now) {
    this.name = name;
    createdAt = now;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public boolean isLocked() {
    return locked;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
