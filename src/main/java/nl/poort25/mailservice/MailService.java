package nl.poort25.mailservice;

import jakarta.persistence.AttributeOverride;
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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.stream.Stream;
import nl.poort25.account.Account;
import nl.poort25.account.Acknowledgement;
import nl.poort25.account.Partner;
import nl.poort25.domain.Registration;
import nl.poort25.mailservice.MailServiceAct.MailServiceAccepted;
import nl.poort25.mailservice.MailServiceAct.MailServiceActivated;
import nl.poort25.mailservice.MailServiceAct.MailServiceCancelled;
import nl.poort25.mailservice.MailServiceAct.MailServiceChanged;
import nl.poort25.mailservice.MailServiceAct.MailServiceEnded;
import nl.poort25.mailservice.MailServiceAct.MailServiceRefused;
import nl.poort25.mailservice.MailServiceAct.MailServiceStopped;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;

/** One of the four services (3.7) for one name, from its order to its end. */
@Entity
@Table(name = "mail_service")
public class MailService {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "registration_id")
  private Registration registration;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  /** For lists: beside a join HQL takes the joined table's id, which no index has. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  private String name;

  @Column(name = "sort_name")
  private String sortName;

  @Enumerated(EnumType.STRING)
  private MailServiceKind kind;

  @Enumerated(EnumType.STRING)
  private MailServiceState state;

  @SuppressWarnings("UnusedVariable") // lists fix it
  @Column(name = "is_open")
  private boolean open;

  @Embedded private Delivery delivery;

  @Embedded
  @AttributeOverride(name = "intake", column = @Column(name = "wanted_intake"))
  @AttributeOverride(name = "destination", column = @Column(name = "wanted_destination"))
  @AttributeOverride(name = "localPart", column = @Column(name = "wanted_local_part"))
  private Delivery wanted;

  @Embedded private Turn turn = Turn.ofNobody();
  @Embedded private Acknowledgement acknowledgement;

  @Column(name = "activated_at")
  private Instant activatedAt;

  private String note;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String reason;
  @Embedded private PriorUse priorUse;
  private boolean stopped;

  @Version private int version;

  protected MailService() {}

  /**
   * Orders it. Judged by {@link MailServiceRule} before.
   *
   * @param orderedBy who acknowledges with it what {@link Acknowledgement} says; null where it was
   *     taken over
   */
  public MailService(
      Registration registration,
      MailServiceKind kind,
      Delivery delivery,
      Account orderedBy,
      Instant now) {
    kind.requireFieldsOf(delivery);
    this.registration = registration;
    partner = registration.getPartner();
    name = registration.getName();
    sortName = registration.getSortName();
    this.kind = kind;
    state = MailServiceState.ORDERED;
    this.delivery = delivery;
    ask(now);
    acknowledgement = orderedBy == null ? null : Acknowledgement.of(orderedBy, now);
  }

  /** What lists fix, whatever has changed it. */
  @PrePersist
  @PreUpdate
  void updateListed() {
    open = state.isOpen();
  }

  /**
   * What was in use before the portal knew of it: active, whatever rules it violates. These wait
   * for staff.
   */
  static MailService takenOver(
      Registration registration,
      MailServiceKind kind,
      Delivery delivery,
      Verdict said,
      Instant now) {
    return inUse(registration, kind, delivery, PriorUse.of(said, now), now);
  }

  /**
   * What went on when its name was transferred: active as it was, but for where it delivers. Nobody
   * of the new partner has ordered it.
   */
  static MailService handedOver(
      Registration registration, MailService before, Delivery delivery, Instant now) {
    var use = PriorUse.handedOver(before.priorUse, now);
    return inUse(registration, before.kind, delivery, use, now);
  }

  private static MailService inUse(
      Registration registration,
      MailServiceKind kind,
      Delivery delivery,
      PriorUse priorUse,
      Instant now) {
    var service = new MailService(registration, kind, delivery, null, now);
    service.state = MailServiceState.ACTIVE;
    service.activatedAt = now;
    service.priorUse = priorUse;
    service.answer(now);
    return service;
  }

  /** Staff leaves it so though it violates rules. */
  MailServiceAccepted accept(String why) {
    if (!isToAccept()) {
      throw new Conflict("mail service " + id + " has nothing to be accepted");
    }
    acceptViolations();
    getTurn().end();
    note = why;
    return new MailServiceAccepted(this);
  }

  /**
   * Takes other fields. An order is changed at once; what is active stays as it is until staff has
   * carried out the change. To ask for what is in force takes a change back.
   */
  public MailServiceChanged change(Delivery asked, Instant now) {
    mustBeOpen();
    kind.requireFieldsOf(asked);
    var before = asked();
    if (state == MailServiceState.ORDERED) {
      delivery = asked;
    } else if (asked.equals(delivery)) {
      wanted = null;
      answer(now);
    } else {
      wanted = asked;
      ask(now);
    }
    reason = null;
    return new MailServiceChanged(this, before);
  }

  /**
   * Staff has set up the order, or carried out the change.
   *
   * @param why needed where control of the name is not proven (3.5); otherwise null
   */
  public MailServiceActivated activate(String why, Instant now) {
    mustWait();
    if (why == null && !registration.getControl().isProven()) {
      throw new Conflict("mail service " + id + ": control of the name is not proven");
    }
    var before = state == MailServiceState.ACTIVE ? delivery : null;
    delivery = asked();
    wanted = null;
    acceptViolations();
    getTurn().end();
    reason = null;
    note = why;
    if (state == MailServiceState.ORDERED) {
      state = MailServiceState.ACTIVE;
      activatedAt = now;
    }
    return new MailServiceActivated(this, before);
  }

  /** Staff refuses the order, or the change: then what is active stays as it is. */
  public MailServiceRefused refuse(String why, Instant now) {
    mustWait();
    var refused = asked();
    reason = why;
    answer(now);
    if (state == MailServiceState.ORDERED) {
      state = MailServiceState.REFUSED;
      endedAt = now;
    }
    wanted = null;
    return new MailServiceRefused(this, refused);
  }

  public MailServiceCancelled cancel(Instant now) {
    var was = state;
    end(now);
    return new MailServiceCancelled(this, was);
  }

  /** Staff ends what it had taken over: nobody ordered it here, who could cancel it. */
  public MailServiceStopped stop(String why, Instant now) {
    if (priorUse == null) {
      throw new Conflict("mail service " + id + " was ordered: its partner cancels it");
    }
    var was = state;
    end(now);
    reason = why;
    stopped = true;
    return new MailServiceStopped(this, was);
  }

  /**
   * Ends it because its name has been withdrawn or transferred: without a registration no service
   * (3.6).
   */
  public MailServiceEnded endWithRegistration() {
    var was = state;
    end(registration.getWithdrawnAt());
    return new MailServiceEnded(this, was);
  }

  private void end(Instant at) {
    mustBeOpen();
    state = MailServiceState.CANCELLED;
    acceptViolations();
    wanted = null;
    getTurn().end();
    endedAt = at;
  }

  /**
   * Something is asked: it waits for staff or, while the partner has his control of the name to
   * prove, for that (3.5). What was taken over and violates rules is staff's to accept in any case.
   */
  private void ask(Instant now) {
    if (!isViolating() && registration.isPartnerToProve()) {
      getTurn().giveToPartner(now);
    } else {
      getTurn().giveToStaff(now);
    }
  }

  /** What was asked is not asked any more: at most to be accepted is left. */
  private void answer(Instant now) {
    if (isViolating()) {
      getTurn().giveToStaff(now);
    } else {
      getTurn().end();
    }
  }

  /** Proof of control has come, or has ended: whose turn it is may have changed with it (3.5). */
  void updateWhoseTurn(Instant now) {
    if (state == MailServiceState.ORDERED || wanted != null) {
      ask(now);
    }
  }

  /** The version that somebody saw, and decided by. */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("mail service " + id + " has changed since it was shown");
    }
  }

  void mustBeOpen() {
    if (!state.isOpen()) {
      throw new Conflict("mail service " + id + " is " + state);
    }
  }

  private void mustWait() {
    if (!isToDecide()) {
      throw new Conflict("mail service " + id + " has nothing for staff to decide");
    }
  }

  private void acceptViolations() {
    if (priorUse != null) {
      priorUse.acceptViolations();
    }
  }

  private boolean isViolating() {
    return priorUse != null && priorUse.isViolating();
  }

  /** Whether it was taken over and violates rules, and no change of it is asked. */
  public boolean isToAccept() {
    return isViolating() && wanted == null;
  }

  /** Whether an order or a change of it waits for a decision. */
  public boolean isToDecide() {
    return getTurn().isWaiting() && !isToAccept();
  }

  /** Whether staff ended it; then {@link #getReason} says why. */
  public boolean isStopped() {
    return stopped;
  }

  /** Whether staff can end it. */
  public boolean isStoppable() {
    return priorUse != null && isOpen();
  }

  /** Null where it was ordered. */
  public PriorUse getPriorUse() {
    return priorUse;
  }

  /** Ordered or active. */
  public boolean isOpen() {
    return state.isOpen();
  }

  public boolean isActive() {
    return state == MailServiceState.ACTIVE;
  }

  public boolean isEndedWithRegistration() {
    return endedAt != null && endedAt.equals(registration.getWithdrawnAt());
  }

  /** What the partner asked last: the change that waits, else what is ordered or in force. */
  public Delivery asked() {
    return wanted != null ? wanted : delivery;
  }

  public Long getId() {
    return id;
  }

  public Registration getRegistration() {
    return registration;
  }

  /** Of the domain, in A-label form. */
  public String getName() {
    return name;
  }

  /** By which lists sort it, as its registration's. */
  String getSortName() {
    return sortName;
  }

  public MailServiceKind getKind() {
    return kind;
  }

  public MailServiceState getState() {
    return state;
  }

  public MailServiceStatus getStatus() {
    return new MailServiceStatus(state, wanted != null);
  }

  public Delivery getDelivery() {
    return delivery;
  }

  /** The change of an active service that waits for staff, or null. */
  public Delivery getWanted() {
    return wanted;
  }

  /** Since when it is as lists show it: waiting for somebody, ended, or active. */
  public Instant getSince() {
    return Stream.of(
            getTurn().getWaitingSince(), getTurn().getProofAwaitedSince(), endedAt, activatedAt)
        .filter(at -> at != null)
        .findFirst()
        .orElse(null);
  }

  /** Never null, though Hibernate leaves out what has no value in any column. */
  public Turn getTurn() {
    turn = turn == null ? Turn.ofNobody() : turn;
    return turn;
  }

  /** Null where it was taken over. */
  public Acknowledgement getAcknowledgement() {
    return acknowledgement;
  }

  public Instant getActivatedAt() {
    return activatedAt;
  }

  /** Why staff activated it without a proof of control; null where there was one. */
  public String getNote() {
    return note;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  /** Why staff refused the order or the last change, or ended it; null where it did not. */
  public String getReason() {
    return reason;
  }

  public int getVersion() {
    return version;
  }
}
