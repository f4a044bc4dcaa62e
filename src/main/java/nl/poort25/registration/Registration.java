package nl.poort25.registration;

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
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.account.Customer;
import nl.poort25.account.Partner;
import nl.poort25.audit.Act;
import nl.poort25.policy.PolicyVersion;
import nl.poort25.web.Conflict;

/** A name that is known to the provider as one partner's (3.1, 3.4), until he withdraws it. */
@Entity
public class Registration {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  private String name;

  @Column(name = "unicode_name")
  private String unicodeName;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "reversed_name")
  private String reversedName;

  @Column(name = "held_name")
  private String heldName;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Enumerated(EnumType.STRING)
  private Action action;

  @Column(name = "dns_by_provider")
  private boolean dnsByProvider;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "policy_version")
  private String policyVersion;

  @Embedded private Control control;

  @Enumerated(EnumType.STRING)
  @Column(name = "mail_state")
  private MailState mailState = MailState.NONE;

  @Enumerated(EnumType.STRING)
  @Column(name = "mx_state")
  private MxState mxState = MxState.UNCHECKED;

  @Column(name = "mx_checked_at")
  private Instant mxCheckedAt;

  @Column(name = "next_check_at")
  private Instant nextCheckAt;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  @Version private int version;

  protected Registration() {}

  /** Judged by {@link RegistrationRule} before; the first look at its DNS is due at once. */
  public Registration(
      Partner partner,
      Customer customer,
      Application asked,
      Origin origin,
      String token,
      Instant now) {
    this.partner = partner;
    this.customer = customer;
    name = asked.name().toString();
    unicodeName = asked.name().unicode();
    reversedName = asked.name().reversed();
    heldName = name;
    this.origin = origin;
    action = asked.action();
    dnsByProvider = asked.dnsByProvider();
    registeredAt = now;
    nextCheckAt = now;
    policyVersion = PolicyVersion.current().id();
    control = new Control(token);
    stands();
  }

  /** Ends it; the name is free again. What hangs on it is ended by who observes the act. */
  public DomainWithdrawn withdraw(Instant now) {
    mustBeActive();
    withdrawnAt = now;
    heldName = null;
    nextCheckAt = null;
    var was = standing;
    stands();
    return new DomainWithdrawn(this, was);
  }

  /** Told by the mail services of the name whenever one of them changes its state. */
  public void mailIs(MailState state) {
    mailState = state;
    stands();
  }

  /** Takes another proof that staff has seen (3.5). */
  public ControlProven provenByStaff(String note, Instant now) {
    mustBeActive();
    control.proven(Proof.STAFF, note, now);
    stands();
    return new ControlProven(this);
  }

  /**
   * Takes what a look at the DNS showed. What could not be looked up changes nothing but the MX
   * state.
   *
   * @param txtSeen whether the TXT record with the token is there; null where that is unknown
   * @param term how long a proof that is no longer seen still counts (3.5)
   */
  public List<Act> observed(
      MxState mx, Boolean txtSeen, Duration term, Instant now, Instant nextCheckAt) {
    var acts = new ArrayList<Act>();
    if (withdrawnAt != null) {
      return acts;
    }
    var was = mxState;
    mxState = mx;
    mxCheckedAt = now;
    this.nextCheckAt = nextCheckAt;
    switch (control.observed(mx, txtSeen, term, now)) {
      case PROVEN -> acts.add(new ControlProven(this));
      case LOST -> acts.add(new ProofLost(this, now.plus(term)));
      case ENDED -> acts.add(new ProofEnded(this));
      case SAME -> {}
    }
    stands();
    if (was != mx && mx != MxState.UNKNOWN) {
      acts.add(0, new MxChanged(this, was));
    }
    return acts;
  }

  private void mustBeActive() {
    if (withdrawnAt != null) {
      throw new Conflict("registration " + id + " is withdrawn");
    }
  }

  private void stands() {
    standing =
        withdrawnAt != null
            ? Standing.WITHDRAWN
            : Standing.of(mailState, mxState, control.isProven());
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

  public boolean isIdn() {
    return !name.equals(unicodeName);
  }

  public Origin getOrigin() {
    return origin;
  }

  public Action getAction() {
    return action;
  }

  public boolean isDnsByProvider() {
    return dnsByProvider;
  }

  public Instant getRegisteredAt() {
    return registeredAt;
  }

  public Instant getWithdrawnAt() {
    return withdrawnAt;
  }

  public Control getControl() {
    return control;
  }

  public MailState getMailState() {
    return mailState;
  }

  public MxState getMxState() {
    return mxState;
  }

  public Instant getMxCheckedAt() {
    return mxCheckedAt;
  }

  public Standing getStanding() {
    return standing;
  }
}
