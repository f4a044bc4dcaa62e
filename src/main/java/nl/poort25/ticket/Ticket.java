package nl.poort25.ticket;

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
import java.util.Objects;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.network.Connection;
import nl.poort25.ticket.TicketAct.ClockStarted;
import nl.poort25.ticket.TicketAct.ClockStopped;
import nl.poort25.ticket.TicketAct.TicketAssigned;
import nl.poort25.ticket.TicketAct.TicketHandedOn;
import nl.poort25.web.Conflict;

/** What a partner asked or was asked (4.8), and the clock of 4.9. */
@Entity
public class Ticket {
  /** What it is about. */
  public enum Matter {
    EXEMPTION,
    ABUSE
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private Matter matter;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  /** For queries: beside a fetch join JPQL takes the joined table's id, which no index has. */
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "filed_by")
  private Account filedBy;

  @Column(name = "matter_id")
  private Long matterId;

  private String about;
  private int violations;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Embedded private TicketClock clock = TicketClock.none();
  @Embedded private QueuePlace place;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Enumerated(EnumType.STRING)
  private TicketOutcome outcome;

  @Column(name = "unanswered_since")
  private Instant unansweredSince;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assigned_to")
  private Account assignedTo;

  /** For queries, as the one of the partner. */
  @Column(name = "assigned_to", insertable = false, updatable = false)
  private Long assignedToId;

  @Version private int version;

  protected Ticket() {}

  /**
   * @param filedBy null where staff filed it for the partner
   * @param violations how many rules it breaks, as judged when it was sent
   * @param deadline null where no term runs
   */
  Ticket(
      String number,
      Matter matter,
      Partner partner,
      Connection connection,
      Account filedBy,
      String about,
      int violations,
      Deadline deadline,
      Instant now) {
    this.number = number;
    this.matter = matter;
    this.partner = partner;
    this.connection = connection;
    this.filedBy = filedBy;
    this.about = about;
    this.violations = violations;
    receivedAt = now;
    runUntil(deadline);
  }

  /** What it is about, once that has an id: lists lead there. */
  public void linkTo(long id) {
    matterId = id;
  }

  private void runUntil(Deadline end) {
    getClock().runUntil(end);
    place =
        end == null
            ? QueuePlace.withoutTerm(receivedAt)
            : QueuePlace.of(TicketStage.OPEN, end.at());
  }

  /** Staff asked for more information: the clock stands still (4.9), even if it is late already. */
  public ClockStopped stop(Instant now) {
    mustBeOpen();
    getClock().stop(now);
    place = QueuePlace.of(TicketStage.WAITING, getClock().stillSince());
    return new ClockStopped(this);
  }

  /**
   * An investigation holds the request (4.14): nobody may open anything, so the clock stands still.
   */
  public ClockStopped hold(Instant now) {
    mustBeOpen();
    getClock().hold(now);
    place = QueuePlace.of(TicketStage.WAITING, getClock().stillSince());
    return new ClockStopped(this);
  }

  /**
   * The partner answered: a new term begins, or, where an investigation holds it, when that is
   * over.
   *
   * @param end null where no term runs
   */
  public ClockStarted resume(Deadline end) {
    mustBeOpen();
    getClock().resume();
    return runUnlessStill(end);
  }

  /** The investigation is over: the same, or, where the partner was asked something, he answers. */
  public ClockStarted release(Deadline end) {
    mustBeOpen();
    getClock().release();
    return runUnlessStill(end);
  }

  private ClockStarted runUnlessStill(Deadline end) {
    var still = getClock().stillSince();
    if (still == null) {
      runUntil(end);
    } else {
      place = QueuePlace.of(TicketStage.WAITING, still);
    }
    return new ClockStarted(this);
  }

  /** It was decided, and goes on. */
  public void decide(TicketOutcome decided) {
    mustBeOpen();
    outcome = decided;
  }

  /** Open, rejected or withdrawn: nothing is to be done any more. */
  public void close(TicketOutcome end, Instant now) {
    close(now);
    outcome = end;
  }

  /** Of what is no request. */
  public void close(Instant now) {
    mustBeOpen();
    getClock().end(now);
    closedAt = now;
    place = QueuePlace.of(TicketStage.CLOSED, now);
  }

  /**
   * @param staff who has it from now on
   * @param seen the id of who had it when that was decided, or null
   * @throws Conflict if it has changed hands since
   */
  TicketAssigned assign(Account staff, Long seen) {
    mustBeOpen();
    if (!Objects.equals(seen, assignedTo == null ? null : assignedTo.getId())) {
      throw new Conflict("ticket " + number + " has changed hands");
    }
    var act = new TicketAssigned(this, assignedTo, staff);
    assignedTo = staff;
    return act;
  }

  /**
   * Who had it can do no work any more.
   *
   * @param staff who has it from now on; null for nobody, in the queue
   */
  TicketHandedOn handOn(Account staff) {
    mustBeOpen();
    var act = new TicketHandedOn(this, assignedTo, staff);
    assignedTo = staff;
    return act;
  }

  /** Somebody wrote in it: what a partner writes waits for an answer, also once it is closed. */
  void recordUpdate(Update update) {
    if (update.isByStaff()) {
      unansweredSince = null;
    } else if (unansweredSince == null) {
      unansweredSince = update.getWrittenAt();
    }
  }

  private void mustBeOpen() {
    if (closedAt != null) {
      throw new Conflict("ticket " + number + " is closed");
    }
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  /** Whether the partner is to answer. */
  public boolean isStopped() {
    return getClock().getStoppedAt() != null;
  }

  /** Whether an investigation holds what was asked (4.14). */
  public boolean isHeld() {
    return getClock().getHeldAt() != null;
  }

  public boolean isLate(Instant now) {
    return getClock().isLate(now);
  }

  /** Whether the partner wrote something that nobody has answered. */
  public boolean isUnanswered() {
    return unansweredSince != null;
  }

  /** From receipt to the end, or until now, whether or not the clock stood still. */
  public Duration total(Instant now) {
    return Duration.between(receivedAt, closedAt == null ? now : closedAt);
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public Matter getMatter() {
    return matter;
  }

  public Partner getPartner() {
    return partner;
  }

  public Connection getConnection() {
    return connection;
  }

  public Account getFiledBy() {
    return filedBy;
  }

  public Long getMatterId() {
    return matterId;
  }

  public String getAbout() {
    return about;
  }

  public int getViolations() {
    return violations;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  /** Never null, though Hibernate leaves out what has no value in any column. */
  public TicketClock getClock() {
    clock = clock == null ? TicketClock.none() : clock;
    return clock;
  }

  QueuePlace getPlace() {
    return place;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  /** What has become of the request; null where nothing has yet, and of what is no request. */
  public TicketOutcome getOutcome() {
    return outcome;
  }

  public Instant getUnansweredSince() {
    return unansweredSince;
  }

  public Account getAssignedTo() {
    return assignedTo;
  }

  public int getVersion() {
    return version;
  }
}
