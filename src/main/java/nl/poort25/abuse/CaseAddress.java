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
class CaseAddress {
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

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "opened_at")
  private Instant openedAt;

  @SuppressWarnings("UnusedVariable") // queries look for it, and the index keeps it single
  @Column(name = "open_key")
  private String openKey;

  protected CaseAddress() {}

  CaseAddress(AbuseCase abuseCase, Cidr address, Instant now) {
    this.abuseCase = abuseCase;
    this.address = address.toString();
    addressKey = address.firstKey();
    openKey = addressKey;
    openedAt = now;
  }

  void release() {
    openKey = null;
  }

  Cidr address() {
    return Cidr.of(address);
  }
}
