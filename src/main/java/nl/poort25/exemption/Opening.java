package nl.poort25.exemption;

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
import java.time.Instant;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.network.Connection;
import nl.poort25.network.Flow;
import nl.poort25.web.Conflict;
import org.hibernate.annotations.Formula;

/**
 * Entity of one flow of an exemption: what was decided on it, and whether port 25 is confirmed to
 * be open by it. The two may differ for a while (4.10).
 */
@Entity
public class Opening {
  /** What the network role still has to do. */
  public enum ToDo {
    OPEN,
    CLOSE
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "exemption_id")
  private Exemption exemption;

  /** For lists: beside a join HQL takes the joined table's id, which no index has. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "exemption_id", insertable = false, updatable = false)
  private Long exemptionId;

  @SuppressWarnings("UnusedVariable")
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  private String source;
  private String destination;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "destination_key")
  private String destinationKey;

  @Enumerated(EnumType.STRING)
  private OpeningState state;

  private String held;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "decision_id")
  private Decision decision;

  @Embedded private RefusalReason refusal;

  @Embedded private PortConfirmation confirmed = PortConfirmation.closed();

  @Enumerated(EnumType.STRING)
  @Column(name = "to_do")
  private ToDo toDo;

  @Column(name = "to_do_since")
  private Instant toDoSince;

  @Column(name = "closed_at")
  private Instant closedAt;

  /** As it was when the row was read; nothing that this class decides rests on it. */
  @Formula(
      "(select c.number from abuse_case_address a join abuse_case c on c.id = a.case_id"
          + " where a.open_key = destination_key)")
  private String blockedBy;

  @Version private int version;

  protected Opening() {}

  /**
   * @param free whether nobody holds the line; one that another holds waits for staff to overrule
   */
  Opening(Exemption exemption, Flow line, boolean free) {
    this.exemption = exemption;
    partner = exemption.getPartner();
    connection = exemption.getConnection();
    source = line.source() == null ? null : line.source().toString();
    destination = line.destination().toString();
    destinationKey = line.destination().firstKey();
    state = OpeningState.WAITING;
    held = free ? line.key() : null;
  }

  /**
   * What was open before the portal knew of it.
   *
   * @param enforced whether firewalls enforce what the portal decides already: then it is closed
   *     until they have it, and waits for that as what was approved does (4.10)
   */
  public static Opening takenOver(
      Exemption exemption, Flow line, boolean free, Decision on, Instant since, boolean enforced) {
    var opening = new Opening(exemption, line, free);
    if (enforced) {
      opening.approve(on, on.getAt());
      return opening;
    }
    opening.state = OpeningState.OPEN;
    opening.confirmed = PortConfirmation.openSince(since);
    opening.decision = on;
    return opening;
  }

  void approve(Decision on, Instant now) {
    mustBe(OpeningState.WAITING);
    state = OpeningState.APPROVED;
    decision = on;
    updateToDo(now);
  }

  /**
   * @param why null where the decision says it of the whole request
   */
  void decline(Decision on, RefusalReason why) {
    mustBe(OpeningState.WAITING);
    state = OpeningState.DECLINED;
    decision = on;
    refusal = why;
    held = null;
  }

  /** For abuse (4.13); restored only by {@link #restore}. */
  void suspend(Instant now) {
    if (state == OpeningState.APPROVED || state == OpeningState.OPEN) {
      state = OpeningState.SUSPENDED;
      updateToDo(now);
    }
  }

  /** After a complete investigation, by a decision of its own (4.14). */
  void restore(Decision on, Instant now) {
    mustBe(OpeningState.SUSPENDED);
    state = confirmed.isOpen() ? OpeningState.OPEN : OpeningState.APPROVED;
    decision = on;
    updateToDo(now);
  }

  void close(Instant now) {
    if (state.isCounted()) {
      state = OpeningState.CLOSED;
      held = null;
      closedAt = now;
      updateToDo(now);
    }
  }

  /** Somebody with the network role has seen that port 25 is open by it. */
  void confirmOpened(Account by, String remark, Instant now) {
    if (toDo != ToDo.OPEN) {
      throw new Conflict("opening " + id + " is " + state);
    }
    state = OpeningState.OPEN;
    confirm(true, by, remark, now);
  }

  /** The same of its being closed. */
  void confirmClosed(Account by, String remark, Instant now) {
    if (toDo != ToDo.CLOSE) {
      throw new Conflict("opening " + id + " is " + state);
    }
    confirm(false, by, remark, now);
  }

  private void confirm(boolean open, Account by, String remark, Instant now) {
    confirmed.confirm(open, by, remark, now);
    updateToDo(now);
  }

  private void updateToDo(Instant now) {
    boolean wanted = state == OpeningState.APPROVED || state == OpeningState.OPEN;
    var before = toDo;
    toDo = wanted == confirmed.isOpen() ? null : wanted ? ToDo.OPEN : ToDo.CLOSE;
    if (toDo != before) {
      toDoSince = toDo == null ? null : now;
    }
  }

  private void mustBe(OpeningState one) {
    if (state != one) {
      throw new Conflict("opening " + id + " is " + state);
    }
  }

  public Long getId() {
    return id;
  }

  public Exemption getExemption() {
    return exemption;
  }

  public Connection getConnection() {
    return connection;
  }

  public Flow getFlow() {
    return Flow.of(source, destination);
  }

  /** Null from anywhere. */
  public String getSource() {
    return source;
  }

  public String getDestination() {
    return destination;
  }

  public OpeningState getState() {
    return state;
  }

  /** What is to be said of it, wherever it is said. */
  public PortState getPort() {
    return PortState.of(state, confirmed.isOpen(), blockedBy != null);
  }

  /** The end of the key of what is said of it: while it waits, for whom. */
  public String getWord() {
    return state == OpeningState.WAITING ? exemption.getStatus().waitsAs() : getPort().name();
  }

  /** The number of the open case that covers its destination; or null. */
  public String getBlockedBy() {
    return blockedBy;
  }

  /**
   * Since when it has been as {@link #getPort} says; null where that is not known.
   *
   * <p>What was confirmed last may be older: that it was open, under a block of today.
   */
  public Instant getSince() {
    return switch (getPort()) {
      case APPROVED, BLOCKING, CLOSING -> toDoSince;
      case OPEN -> confirmed.getOpenedAt();
      case SUSPENDED -> confirmed.getAt();
      case CLOSED -> closedAt;
      case WAITING, DECLINED -> null;
    };
  }

  /** Whether no other holds the same line. */
  public boolean isHeld() {
    return held != null;
  }

  public Decision getDecision() {
    return decision;
  }

  /** Asked, and not granted. */
  public boolean isDeclined() {
    return state == OpeningState.DECLINED;
  }

  /** Whether others of its request were granted by the same decision. */
  public boolean isDeclinedAlone() {
    return isDeclined() && decision != null && decision.isPartial();
  }

  /**
   * Why this line was not granted; null where it was, where all of the request was rejected, and
   * where nobody wrote down why when it was decided.
   */
  public RefusalReason getRefusal() {
    return refusal;
  }

  public PortConfirmation getConfirmed() {
    return confirmed;
  }

  public ToDo getToDo() {
    return toDo;
  }

  public Instant getClosedAt() {
    return closedAt;
  }
}
