package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.poort25.web.Conflict;

/** A reseller. Owns what he files, and sees nothing of another partner. */
@Entity
public class Partner implements Named {
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

  PartnerAct rename(String wanted) {
    var act = new PartnerAct.PartnerRenamed(this, name, wanted);
    name = wanted;
    return act;
  }

  /** Nobody of this partner can do anything any more; what the partner has stays. */
  public PartnerAct lock() {
    if (locked) {
      throw new Conflict("partner " + id + " is locked already");
    }
    locked = true;
    return new PartnerAct.PartnerLocked(this);
  }

  PartnerAct unlock() {
    if (!locked) {
      throw new Conflict("partner " + id + " is not locked");
    }
    locked = false;
    return new PartnerAct.PartnerUnlocked(this);
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
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
