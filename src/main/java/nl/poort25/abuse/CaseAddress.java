package nl.poort25.abuse;

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
import nl.poort25.network.Cidr;

/** An address that a case covers: in one open case at a time. */
@Entity
@Table(name = "abuse_case_address")
public class CaseAddress {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private AbuseCase abuseCase;

  private String address;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "address_key")
  private String addressKey;

  @Column(name = "opened_at")
  private Instant openedAt;

  @SuppressWarnings("UnusedVariable") // queries look for it, and the index keeps it single
  @Column(name = "open_key")
  private String openKey;

  private String reason;

  @Column(name = "in_force_at")
  private Instant inForceAt;

  protected CaseAddress() {}

  /**
   * @param reason what was seen, where it came to the case later; else null
   */
  CaseAddress(AbuseCase abuseCase, Cidr address, String reason, Instant now) {
    this.reason = reason;
    this.abuseCase = abuseCase;
    this.address = address.toString();
    addressKey = address.firstKey();
    openKey = addressKey;
    openedAt = now;
  }

  void release() {
    openKey = null;
  }

  /** The network role saw that nothing gets through to it, or from it, any more. */
  void confirmEnforced(Instant now) {
    inForceAt = inForceAt == null ? now : inForceAt;
  }

  public Cidr getAddress() {
    return Cidr.of(address);
  }

  /** Since when the case covers it, and the relays take none of its mail. */
  public Instant getOpenedAt() {
    return openedAt;
  }

  /** What was seen on it, as the partner reads it; null where the case was opened with it. */
  public String getReason() {
    return reason;
  }

  /** Since when its block is known to work; or null. */
  public Instant getInForceAt() {
    return inForceAt;
  }
}
