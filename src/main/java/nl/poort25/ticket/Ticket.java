package nl.poort25.ticket;

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
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.network.Connection;
import nl.poort25.web.Conflict;

/** What a partner asked or was asked (4.8), and the clock of 4.9. */
@Entity
public class Ticket {
  /** What it is about. */
  public enum Matter {
    EXEMPTION,
    ABUSE
  }

  /**
   * In a queue: has a moment by which, or since which, somebody is to act, or at which it ended.
   */
  static final int TERMED = 0;

  /** Is open, and no term runs: behind all that have one. */
  static final int UNTERMED = 1;

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

  private Instant deadline;
  private String calendar;

  @Column(name = "missed_deadline")
  private Instant missedDeadline;

  @Column(name = "stopped_at")
  private Instant stoppedAt;

  @Column(name = "held_at")
  private Instant heldAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  /** What the queue of the stage is sorted by first: {@link #TERMED}, then {@link #UNTERMED}. */
  @Column(name = "queue_rank")
  private int queueRank;

  /** What it is sorted by then: without a term, since when it has been there. */
  @Column(name = "queue_at")
  private Instant queueAt;

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
    deadline = end == null ? null : end.at();
    calendar = end == null ? null : end.calendar();
    queue(Stage.OPEN, end == null ? receivedAt : end.at());
    queueRank = end == null ? UNTERMED : TERMED;
  }

  private void queue(Stage turn, Instant at) {
    stage = turn;
    queueAt = at;
    queueRank = TERMED;
  }

  /** Remembers a term that went by: the page says so for good. */
  private void endTerm(Instant now) {
    if (isLate(now) && missedDeadline == null) {
      missedDeadline = deadline;
    }
    deadline = null;
  }

  /** Staff asked for more information: the clock stands still (4.9), even if it is late already. */
  public ClockStopped stop(Instant now) {
    mustBeOpen();
    endTerm(now);
    stoppedAt = stoppedAt == null ? now : stoppedAt;
    queue(Stage.WAITING, stoppedAt);
    return new ClockStopped(this);
  }

  /**
   * An investigation holds the request (4.14): nobody may open anything, so the clock stands still.
   */
  public ClockStopped hold(Instant now) {
    mustBeOpen();
    endTerm(now);
    heldAt = heldAt == null ? now : heldAt;
    queue(Stage.WAITING, stoppedAt == null ? heldAt : stoppedAt);
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
    stoppedAt = null;
    return runUnlessStill(end);
  }

  /** The investigation is over: the same, or, where the partner was asked something, he answers. */
  public ClockStarted release(Deadline end) {
    mustBeOpen();
    heldAt = null;
    return runUnlessStill(end);
  }

  private ClockStarted runUnlessStill(Deadline end) {
    if (stoppedAt != null || heldAt != null) {
      queue(Stage.WAITING, stoppedAt == null ? heldAt : stoppedAt);
    } else {
      runUntil(end);
    }
    return new ClockStarted(this);
  }

  /** It was decided, and goes on. */
  public void decide(Outcome decided) {
    mustBeOpen();
    outcome = decided;
  }

  /** Open, rejected or withdrawn: nothing is to be done any more. */
  public void close(Outcome end, Instant now) {
    close(now);
    outcome = end;
  }

  /** Of what is no request. */
  public void close(Instant now) {
    mustBeOpen();
    endTerm(now);
    closedAt = now;
    stoppedAt = null;
    heldAt = null;
    queue(Stage.CLOSED, now);
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
    return stoppedAt != null;
  }

  /** Whether an investigation holds what was asked (4.14). */
  public boolean isHeld() {
    return heldAt != null;
  }

  public boolean isLate(Instant now) {
    return deadline != null && now.isAfter(deadline);
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

  public Instant getDeadline() {
    return deadline;
  }

  public String getCalendar() {
    return calendar;
  }

  /** The first deadline that went by without an answer, as far as that is over; or null. */
  public Instant getMissedDeadline() {
    return missedDeadline;
  }

  public Instant getStoppedAt() {
    return stoppedAt;
  }

  public Instant getHeldAt() {
    return heldAt;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  /** What has become of the request; null where nothing has yet, and of what is no request. */
  public Outcome getOutcome() {
    return outcome;
  }

  public Stage getStage() {
    return stage;
  }

  int getQueueRank() {
    return queueRank;
  }

  Instant getQueueAt() {
    return queueAt;
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
