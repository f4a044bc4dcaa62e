package nl.poort25.domain;

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
import nl.poort25.account.Partner;
import nl.poort25.domainname.DomainName;
import nl.poort25.domainname.Idna;

/** A partner asked for a name and was refused it, since another holds it or overlaps it (3.4). */
@Entity
@Table(name = "refused_claim")
public class RefusedClaim {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  private String name;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "reversed_name")
  private String reversedName;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  private int times;

  protected RefusedClaim() {}

  RefusedClaim(Partner partner, DomainName name, Instant now) {
    this.partner = partner;
    this.name = name.toString();
    reversedName = name.reversed();
    firstAt = now;
    lastAt = now;
    times = 1;
  }

  void countAgain(Instant now) {
    lastAt = now.isAfter(lastAt) ? now : lastAt;
    times++;
  }

  public Partner getPartner() {
    return partner;
  }

  /** For a reader. */
  public String getUnicodeName() {
    return Idna.display(name);
  }

  public Instant getFirstAt() {
    return firstAt;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  public int getTimes() {
    return times;
  }
}
