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

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private Matter matter;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

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

  @Column(name = "stopped_at")
  private Instant stoppedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assigned_to")
  private Account assignedTo;

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

  private void runUntil(Deadline end) {
    deadline = end == null ? null : end.at();
    calendar = end == null ? null : end.calendar();
  }

  /** Staff asked for more information: the clock stands still (4.9). */
  public void stop(Instant now) {
    mustBeOpen();
    stoppedAt = stoppedAt == null ? now : stoppedAt;
    runUntil(null);
  }

  /**
   * The partner answered: a new term begins.
   *
   * @param end null where no term runs
   */
  public void resume(Deadline end) {
    mustBeOpen();
    stoppedAt = null;
    runUntil(end);
  }

  /** Open, rejected or withdrawn: nothing is to be done any more. */
  public void close(Instant now) {
    mustBeOpen();
    closedAt = now;
    stoppedAt = null;
    deadline = null;
  }

  /** What it is about has been stored under that id. */
  public void isAbout(long id) {
    matterId = id;
  }

  void assign(Account staff) {
    mustBeOpen();
    assignedTo = staff;
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

  public boolean isLate(Instant now) {
    return deadline != null && now.isAfter(deadline);
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

  /** Of what it is about. */
  public Long getMatterId() {
    return matterId;
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

  public Instant getStoppedAt() {
    return stoppedAt;
  }

  public Instant getClosedAt() {
    return closedAt;
  }

  public Account getAssignedTo() {
    return assignedTo;
  }

  public int getVersion() {
    return version;
  }
}
