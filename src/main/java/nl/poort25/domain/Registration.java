package nl.poort25.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.domain.DomainAct.ControlProven;
import nl.poort25.domain.DomainAct.DnsRunBy;
import nl.poort25.domain.DomainAct.DomainWithdrawn;
import nl.poort25.domain.DomainAct.MxChanged;
import nl.poort25.domain.DomainAct.ProofEnded;
import nl.poort25.domain.DomainAct.ProofLost;
import nl.poort25.policy.PolicyVersion;
import nl.poort25.text.NameCollation;
import nl.poort25.web.Conflict;

/**
 * A name that is known to the provider as one partner's (3.1, 3.4), until he withdraws it or staff
 * transfers it.
 */
@Entity
public class Registration {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

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

  @SuppressWarnings("UnusedVariable")
  @Column(name = "customer_id", insertable = false, updatable = false)
  private Long customerId;

  private String name;

  @Column(name = "unicode_name")
  private String unicodeName;

  @Column(name = "sort_name")
  private String sortName;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "reversed_name")
  private String reversedName;

  @Column(name = "held_name")
  private String heldName;

  @SuppressWarnings("UnusedVariable") // lists fix it
  private boolean active;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Enumerated(EnumType.STRING)
  private RegistrationAction action;

  @Column(name = "dns_by_provider")
  private boolean dnsByProvider;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "policy_version")
  private String policyVersion;

  @Embedded private ProofOfControl control;

  @Embedded private RegistrationStatus status = new RegistrationStatus();

  @Version private int version;

  protected Registration() {}

  /** Judged by {@link RegistrationRule} before. */
  public Registration(
      Partner partner,
      Customer customer,
      RegistrationRequest asked,
      Origin origin,
      String token,
      Instant now) {
    this.partner = partner;
    this.customer = customer;
    name = asked.name().toString();
    unicodeName = asked.name().unicode();
    sortName = NameCollation.key(unicodeName);
    reversedName = asked.name().reversed();
    heldName = name;
    this.origin = origin;
    action = asked.action();
    dnsByProvider = asked.dnsByProvider();
    registeredAt = now;
    policyVersion = PolicyVersion.current().id();
    control = new ProofOfControl(token);
    updateStatus(now);
  }

  /** What lists fix, whatever has changed it. */
  @PrePersist
  @PreUpdate
  void updateListed() {
    active = heldName != null;
  }

  /** Ends it; the name is free again. What hangs on it is ended by who observes the act. */
  public DomainWithdrawn withdraw(Instant now) {
    var was = status.getStanding();
    end(DomainStatus.WITHDRAWN, now);
    return new DomainWithdrawn(this, was);
  }

  /** Ends it for another partner's of the same name: see {@link RegistrationTransfers}. */
  void transfer(Instant now) {
    end(DomainStatus.TRANSFERRED, now);
  }

  private void end(DomainStatus how, Instant now) {
    mustBeActive();
    withdrawnAt = now;
    heldName = null;
    control.end();
    status.end(how);
  }

  /**
   * Somebody saw its MX records otherwise before this portal could: the world of the demo begins
   * so.
   */
  public void recordOtherMx(Instant at) {
    control.recordOtherMx(at);
  }

  /** Told by the mail services of the name whenever one of them changes its state. */
  public void setMailState(DomainMailState state, Instant now) {
    status.setMail(state);
    updateStatus(now);
  }

  /** Takes another proof that staff has seen (3.5). */
  public ControlProven recordStaffProof(String note, Instant now) {
    mustBeActive();
    control.recordProof(ProofKind.STAFF, note, now);
    updateStatus(now);
    return new ControlProven(this);
  }

  /** Staff has seen that not who was said to runs the DNS (3.12). */
  public DnsRunBy setDnsByProvider(boolean provider, Instant now) {
    mustBeActive();
    if (dnsByProvider == provider) {
      throw new Conflict("registration " + id + ": that is what was said of its DNS already");
    }
    dnsByProvider = provider;
    if (provider) {
      control.recordDnsByProvider(sortName);
    }
    updateStatus(now);
    return new DnsRunBy(this);
  }

  /**
   * Takes what a look at the DNS showed. What could not be looked up changes nothing but the MX
   * state.
   *
   * @param txtSeen whether the TXT record with the token is there; null where that is unknown
   * @param contested whether another partner may as well have set the MX records
   * @param term how long a proof that is no longer seen still counts (3.5)
   */
  public List<Act> recordObservation(
      MxState mx, Boolean txtSeen, boolean contested, Duration term, Instant now) {
    var acts = new ArrayList<Act>();
    if (withdrawnAt != null) {
      return acts;
    }
    var was = status.getMx();
    status.recordMx(mx);
    if (was != mx && mx != MxState.UNKNOWN) {
      acts.add(new MxChanged(this, was));
    }
    switch (control.recordObservation(
        new DnsObservation(mx, txtSeen, contested, dnsByProvider), term, now)) {
      case PROVEN -> acts.add(new ControlProven(this));
      case LOST -> acts.add(new ProofLost(this, now.plus(term)));
      case ENDED -> acts.add(new ProofEnded(this));
      case BACK, SAME -> {}
    }
    updateStatus(now);
    return acts;
  }

  private void mustBeActive() {
    if (withdrawnAt != null) {
      throw new Conflict("registration " + id + " is withdrawn");
    }
  }

  private void updateStatus(Instant now) {
    if (withdrawnAt == null) {
      status.update(control, dnsByProvider, now);
    }
  }

  /** Whether staff gave the name to another partner: then it is no longer this one's to see. */
  public boolean isTransferred() {
    return status.getStanding() == DomainStatus.TRANSFERRED;
  }

  public boolean isActive() {
    return withdrawnAt == null;
  }

  public Long getId() {
    return id;
  }

  public Partner getPartner() {
    return partner;
  }

  public Customer getCustomer() {
    return customer;
  }

  /** In A-label form. */
  public String getName() {
    return name;
  }

  public String getUnicodeName() {
    return unicodeName;
  }

  /** By which lists sort it, as people read it. */
  public String getSortName() {
    return sortName;
  }

  public boolean isIdn() {
    return !name.equals(unicodeName);
  }

  public Origin getOrigin() {
    return origin;
  }

  public RegistrationAction getAction() {
    return action;
  }

  public boolean isDnsByProvider() {
    return dnsByProvider;
  }

  public Instant getRegisteredAt() {
    return registeredAt;
  }

  /** When it ended, also by a transfer; null while it is active. */
  public Instant getWithdrawnAt() {
    return withdrawnAt;
  }

  public ProofOfControl getControl() {
    return control;
  }

  public RegistrationStatus getStatus() {
    return status;
  }

  /** Whether the partner has to prove his control before staff acts (3.5). */
  public boolean isPartnerToProve() {
    return !control.isProven() && !dnsByProvider;
  }
}
