package nl.poort25.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.poort25.web.Conflict;

/** Public address space that RIPE assigned to the provider (2.2). */
@Entity
@Table(name = "prefix")
public class ProviderPrefix {
  /** How it came to be known. */
  public enum Origin {
    HAND,
    /** a delegated-extended file of RIPE */
    DELEGATED,
    /** inetnum and inet6num objects */
    INETNUM
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String cidr;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "first_key")
  private String firstKey;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "last_key")
  private String lastKey;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private String note;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  @SuppressWarnings("UnusedVariable") // the index on it keeps it single
  private String held;

  protected ProviderPrefix() {}

  /**
   * @param note or null
   */
  public ProviderPrefix(Cidr cidr, Origin origin, String note, Instant now) {
    this.cidr = cidr.toString();
    firstKey = cidr.firstKey();
    lastKey = cidr.lastKey();
    this.origin = origin;
    this.note = note;
    addedAt = now;
    held = this.cidr;
  }

  /** The provider does not have it any more. */
  PrefixAct remove(Instant now) {
    requireCurrent();
    removedAt = now;
    held = null;
    return new PrefixAct.PrefixRemoved(this);
  }

  void requireCurrent() {
    if (removedAt != null) {
      throw new Conflict("prefix " + cidr + " is removed already");
    }
  }

  public Long getId() {
    return id;
  }

  public Cidr getCidr() {
    return Cidr.of(cidr);
  }

  public Origin getOrigin() {
    return origin;
  }

  public String getNote() {
    return note;
  }

  public Instant getAddedAt() {
    return addedAt;
  }
}
