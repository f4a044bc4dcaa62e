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
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import nl.poort25.account.Account;
import nl.poort25.account.Acknowledgement;
import nl.poort25.account.Partner;
import nl.poort25.exemption.ExemptionAct.ExemptionSubmitted;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.StoredVerdict;
import nl.poort25.policy.Verdict;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketOutcome;
import nl.poort25.web.Conflict;
import org.hibernate.annotations.Formula;

/** A partner's request to open port 25 (chapter 4), and what has become of it. */
@Entity
public class Exemption extends ExemptionRequest {
  private static final int MOST_OFFENDERS = 20;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ExemptionState state;

  @SuppressWarnings("UnusedVariable") // lists fix it
  private boolean draft;

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
    this(kind, new ExemptionAnswers(outside), partner, by, now);
  }

  public Exemption(
      ExemptionKind kind, ExemptionAnswers answers, Partner partner, Account by, Instant now) {
    super(kind, answers, partner, by, now);
    state = ExemptionState.DRAFT;
  }

  /** What lists fix, whatever has changed it. */
  @PrePersist
  @PreUpdate
  void updateListed() {
    draft = state == ExemptionState.DRAFT;
  }

  /** The same request once more, as a draft. */
  Exemption copy(Account by, Instant now) {
    var copy = new Exemption(getKind(), getAnswers().copy(), getPartner(), by, now);
    var connection = getConnection();
    copy.chooseConnection(connection != null && connection.isEnded() ? null : connection);
    return copy;
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
  public ExemptionAct takeOver(
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

  /** Staff has decided on each of its lines, and granted some or all of them. */
  void approve(Collection<Opening> openings, Instant now) {
    mustWait();
    partly = openings.stream().anyMatch(Opening::isDeclined);
    follow(openings, now);
    ticket.decide(partly ? TicketOutcome.PARTLY_APPROVED : TicketOutcome.APPROVED);
  }

  void closeTicket(TicketOutcome outcome, Instant now) {
    if (ticket != null && !ticket.isClosed()) {
      ticket.close(outcome, now);
    }
  }

  /** Staff says no (4.11). */
  void reject(Instant now) {
    mustWait();
    state = ExemptionState.REJECTED;
    endedAt = now;
    ticket.close(TicketOutcome.REJECTED, now);
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

  @Override
  void mustBeDraft() {
    if (!isDraft()) {
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

  public Long getId() {
    return id;
  }

  /** As people name it: the number of its ticket, or that it is a draft. */
  public String getNumber() {
    return ticket == null ? null : ticket.getNumber();
  }

  public boolean isDraft() {
    return state == ExemptionState.DRAFT;
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
  public boolean isMissing(RequestStep step) {
    return (isTakenOver() && step != RequestStep.CONNECTION)
        ? getAnswers().isBlank(step)
        : missing().contains(step);
  }

  /** What the rules said when it was sent, or taken over; null for a draft. */
  public Verdict getVerdict() {
    return verdict == null ? null : new StoredVerdict(verdict).verdict(ExemptionRule.values());
  }

  /** A verdict as it is kept. */
  public static StoredVerdict kept(Verdict said) {
    return StoredVerdict.of(said.findings(), MOST_OFFENDERS);
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
