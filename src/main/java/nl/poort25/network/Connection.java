package nl.poort25.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.web.Conflict;

/** A line or colocation that the provider gave to a partner, for itself or for a customer. */
@Entity
public class Connection {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String reference;

  @Enumerated(EnumType.STRING)
  private ConnectionKind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  /** For lists: beside a join HQL takes the joined table's id, which no index has. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  private String site;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @SuppressWarnings("UnusedVariable") // lists fix it
  private boolean ended;

  @Version private int version;

  protected Connection() {}

  /**
   * @param reference the provider's own, at most 40 characters
   * @param customer null where the partner uses it himself
   * @param site in words where it is, or null
   */
  public Connection(
      String reference,
      ConnectionKind kind,
      Partner partner,
      Customer customer,
      String site,
      Instant now) {
    this.reference = reference;
    this.kind = kind;
    this.partner = partner;
    this.customer = customer;
    this.site = site;
    addedAt = now;
  }

  /** What lists fix, whatever has changed it. */
  @PrePersist
  @PreUpdate
  void updateListed() {
    ended = endedAt != null;
  }

  /** Reference and partner stay what they are: another partner's line is another connection. */
  ConnectionAct change(ConnectionKind kind, Customer customer, String site) {
    mustBeCurrent();
    var before = ConnectionAct.values(this);
    this.kind = kind;
    this.customer = customer;
    this.site = site;
    return new ConnectionAct.ConnectionChanged(this, before);
  }

  /**
   * @param addresses that it has until then
   */
  ConnectionAct end(Collection<Cidr> addresses, Instant now) {
    mustBeCurrent();
    endedAt = now;
    return new ConnectionAct.ConnectionEnded(this, addresses);
  }

  void mustBeCurrent() {
    if (isEnded()) {
      throw new Conflict("connection " + reference + " has ended");
    }
  }

  /** The version that somebody saw, and decided by. */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("connection " + reference + " has changed since it was shown");
    }
  }

  public Long getId() {
    return id;
  }

  public String getReference() {
    return reference;
  }

  public ConnectionKind getKind() {
    return kind;
  }

  public Partner getPartner() {
    return partner;
  }

  public Customer getCustomer() {
    return customer;
  }

  public String getSite() {
    return site;
  }

  public Instant getAddedAt() {
    return addedAt;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  public boolean isEnded() {
    return endedAt != null;
  }

  public int getVersion() {
    return version;
  }
}
