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
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import nl.poort25.account.Account;
import nl.poort25.account.Acknowledgement;
import nl.poort25.account.Partner;
import nl.poort25.network.Connection;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.KeptVerdict;
import nl.poort25.policy.Verdict;
import nl.poort25.ticket.Ticket;
import nl.poort25.web.Conflict;
import org.hibernate.annotations.Formula;

/** A partner's request to open port 25 (chapter 4), and what has become of it. */
@Entity
public class Exemption {
  private static final int MOST_OFFENDERS = 20;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ExemptionKind kind;

  @Enumerated(EnumType.STRING)
  private ExemptionState state;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private Partner partner;

  /** For lists: beside a join HQL takes the joined table's id, which no index has. */
  @SuppressWarnings("UnusedVariable")
  @Column(name = "partner_id", insertable = false, updatable = false)
  private Long partnerId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id")
  private Connection connection;

  @Embedded private Answers answers;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "created_by")
  private Account createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded private Acknowledgement acknowledged;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  private String verdict;

  @Column(name = "approved_at")
  private Instant approvedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Embedded private ConfirmationTerm term = ConfirmationTerm.none();

  private boolean partly;

  @Column(name = "to_accept_since")
  private Instant toAcceptSince;

  /** How many lines that were granted an open case covers; as it was when the row was read. */
  @Formula(
      "(select count(*) from opening o join abuse_case_address a on a.open_key = o.destination_key"
          + " where o.exemption_id = id and o.state in ('APPROVED', 'OPEN'))")
  private int blocked;

  /** How many lines are to be closed and not confirmed to be; as it was when the row was read. */
  @Formula("(select count(*) from opening o where o.exemption_id = id and o.to_do = 'CLOSE')")
  private int closing;

  @Version private int version;

  protected Exemption() {}

  /** A draft. */
  public Exemption(ExemptionKind kind, boolean outside, Partner partner, Account by, Instant now) {
    this(kind, new Answers(outside), partner, by, now);
  }

  Exemption(ExemptionKind kind, Answers answers, Partner partner, Account by, Instant now) {
    this.kind = kind;
    state = ExemptionState.DRAFT;
    this.partner = partner;
    this.answers = answers;
    createdBy = by;
    createdAt = now;
  }

  /** The same request once more, as a draft. */
  Exemption copy(Account by, Instant now) {
    var copy = new Exemption(kind, answers.copy(), partner, by, now);
    copy.connection = connection != null && connection.isEnded() ? null : connection;
    return copy;
  }

  void chooseKind(ExemptionKind wanted, boolean outside) {
    mustBeDraft();
    kind = wanted;
    answers.setOutside(outside && wanted == ExemptionKind.OWN_MAIL_SERVICE);
  }

  void chooseConnection(Connection wanted) {
    mustBeDraft();
    connection = wanted;
  }

  /** The answers of a draft, to be changed. */
  public Answers draft() {
    mustBeDraft();
    return answers;
  }

  /**
   * Sends it. Judged before; what it violates staff has to overrule.
   *
   * @param said what every rule says of it now
   */
  ExemptionSubmitted submit(Ticket filed, Verdict said, Account by, Instant now) {
    mustBeDraft();
    if (!missing().isEmpty()) {
      throw new Conflict("exemption " + id + " is not complete");
    }
    state = ExemptionState.SUBMITTED;
    ticket = filed;
    verdict = kept(said).text();
    acknowledged = Acknowledgement.of(by, now);
    filed.linkTo(id);
    return new ExemptionSubmitted(this);
  }

  /**
   * It was open before the portal knew of it: judged, and not closed.
   *
   * @param said what every rule says of it now; what it violates staff has to deal with
   * @param openings all of its lines: open, or to be opened where firewalls enforce already
   * @param next until when the partner is to confirm that it is still needed, if it is open
   */
  ExemptionAct takeOver(
      Ticket filed,
      Decision decision,
      Verdict said,
      Collection<Opening> openings,
      Instant next,
      Instant now) {
    mustBeDraft();
    ticket = filed;
    verdict = kept(said).text();
    toAcceptSince = said.holds() ? null : now;
    follow(openings, now);
    if (state == ExemptionState.OPEN) {
      term.start(next);
    }
    filed.linkTo(id);
    return new ExemptionAct.ExemptionTakenOver(this, decision);
  }

  /** Staff keeps it open though it violates rules: it is no task any more. */
  void accept() {
    mustBeToAccept();
    toAcceptSince = null;
  }

  void mustBeToAccept() {
    if (toAcceptSince == null) {
      throw new Conflict("exemption " + id + " has nothing to be accepted");
    }
  }

  /**
   * Follows its openings: what they are together is what it is.
   *
   * @param openings all of them
   * @return whether its state changed
   */
  boolean follow(Collection<Opening> openings, Instant now) {
    var before = state;
    state = state.after(openings);
    if (state == ExemptionState.OPEN && approvedAt == null) {
      approvedAt = now;
    }
    if (state.isOver() && endedAt == null) {
      end(now);
    }
    return before != state;
  }

  /** Staff grants some of its lines, and rejects the rest. */
  void grantPartly() {
    mustWait();
    partly = true;
  }

  /** Staff says no (4.11). */
  void reject(Instant now) {
    mustWait();
    state = ExemptionState.REJECTED;
    endedAt = now;
  }

  /** The partner takes it back: a draft, a request, or what is open. */
  void withdraw(Instant now) {
    if (state.isOver()) {
      throw new Conflict("exemption " + id + " is " + state);
    }
    state = state.granted() ? ExemptionState.CLOSED : ExemptionState.WITHDRAWN;
    end(now);
  }

  private void end(Instant now) {
    endedAt = now;
    term.end();
    toAcceptSince = null;
  }

  /** The partner still needs it. */
  void confirm(Instant now, Instant next) {
    if (!state.granted()) {
      throw new Conflict("exemption " + id + " is " + state);
    }
    term.confirm(now, next);
  }

  void mustBeDraft() {
    if (state != ExemptionState.DRAFT) {
      throw new Conflict("exemption " + id + " is " + state);
    }
  }

  void mustWait() {
    if (state != ExemptionState.SUBMITTED) {
      throw new Conflict("exemption " + id + " is " + state);
    }
  }

  /** The version that somebody saw, and decided by. */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("exemption " + id + " has changed since it was shown");
    }
  }

  public List<Step> getSteps() {
    return Step.of(kind, answers.isOutside());
  }

  /** The steps that are still to be filled in. */
  public List<Step> missing() {
    return getSteps().stream()
        .filter(step -> step == Step.CONNECTION ? connection == null : !answers.has(step))
        .toList();
  }

  /** Exactly what would go open (4.6), as far as it is filled in. */
  public List<Line> lines() {
    return AskedLines.of(kind, answers);
  }

  public Long getId() {
    return id;
  }

  /** As people name it: the number of its ticket, or that it is a draft. */
  public String getNumber() {
    return ticket == null ? null : ticket.getNumber();
  }

  public ExemptionKind getKind() {
    return kind;
  }

  public ExemptionState getState() {
    return state;
  }

  /** What is said of it in a word. */
  public ExemptionStatus getStatus() {
    return new ExemptionStatus(state, partly, ticket, blocked > 0, closing > 0);
  }

  /** Less was granted than was asked. */
  public boolean isPartly() {
    return partly;
  }

  public Partner getPartner() {
    return partner;
  }

  public Connection getConnection() {
    return connection;
  }

  public Answers getAnswers() {
    return answers;
  }

  public Account getCreatedBy() {
    return createdBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Acknowledgement getAcknowledged() {
    return acknowledged;
  }

  public Ticket getTicket() {
    return ticket;
  }

  /** Nobody sent it: it was open before the portal knew of it. */
  public boolean isTakenOver() {
    return ticket != null && acknowledged == null;
  }

  /** Since when what it violates waits for staff; null where nothing does. */
  public Instant getToAcceptSince() {
    return toAcceptSince;
  }

  /** Whether nothing can be shown of that step. */
  public boolean lacks(Step step) {
    return (isTakenOver() && step != Step.CONNECTION)
        ? answers.isBlank(step)
        : missing().contains(step);
  }

  /** What the rules said when it was sent, or taken over; null for a draft. */
  public Verdict getVerdict() {
    return verdict == null ? null : new KeptVerdict(verdict).verdict(ExemptionRule.values());
  }

  /** A verdict as it is kept. */
  static KeptVerdict kept(Verdict said) {
    return KeptVerdict.of(said.findings(), MOST_OFFENDERS);
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  ConfirmationTerm getTerm() {
    return term;
  }

  /** Until when it is to be confirmed that it is still needed; null where nobody is to. */
  public Instant getConfirmBy() {
    return term.getBy();
  }

  public int getVersion() {
    return version;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Exemption e && id != null && id.equals(e.id));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }
}
