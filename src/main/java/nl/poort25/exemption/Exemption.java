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
import java.util.stream.Stream;
import nl.poort25.account.Account;
import nl.poort25.account.Acknowledgement;
import nl.poort25.account.Partner;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connection;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.KeptVerdict;
import nl.poort25.policy.Verdict;
import nl.poort25.ticket.Ticket;
import nl.poort25.web.Conflict;
import org.hibernate.annotations.Formula;

/** A partner's request to open port 25 (chapter 4), and what has become of it. */
@Entity
public class Exemption {
  private static final String STAFF = "WAITING";
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
    state = together(openings);
    if (state == ExemptionState.OPEN && approvedAt == null) {
      approvedAt = now;
    }
    if (state.isOver() && endedAt == null) {
      end(now);
    }
    return before != state;
  }

  private ExemptionState together(Collection<Opening> openings) {
    if (has(openings, OpeningState.SUSPENDED)) {
      return ExemptionState.SUSPENDED;
    }
    if (has(openings, OpeningState.WAITING)) {
      return ExemptionState.SUBMITTED;
    }
    if (has(openings, OpeningState.APPROVED)) {
      return ExemptionState.APPROVED;
    }
    if (has(openings, OpeningState.OPEN)) {
      return ExemptionState.OPEN;
    }
    return state.isOver() ? state : ExemptionState.CLOSED;
  }

  private static boolean has(Collection<Opening> openings, OpeningState one) {
    return openings.stream().anyMatch(opening -> opening.getState() == one);
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
    var addresses = answers.getServers().stream().flatMap(s -> s.addresses().stream()).toList();
    if (kind != ExemptionKind.THIRD_PARTY && !answers.isOutside()) {
      return addresses.stream().distinct().map(to -> new Line(null, to)).toList();
    }
    var sources = kind == ExemptionKind.THIRD_PARTY ? answers.getSources() : addresses;
    return sources.stream().distinct().flatMap(this::from).toList();
  }

  private Stream<Line> from(Cidr source) {
    return answers.getDestinations().stream()
        .distinct()
        .filter(to -> to.isIpv6() == source.isIpv6())
        .map(to -> new Line(source, to));
  }

  /** What of such a request a person judges; null where the rules say it all. */
  public Citation getJudged() {
    return switch (kind) {
      case OWN_MAIL_SERVICE -> Article.A4_1.policy();
      case THIRD_PARTY -> Article.A4_4.policy();
      case COLOCATION -> null;
    };
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

  /** The same as a status word has it: blocked where an open case covers a line of it (4.13). */
  public ExemptionState getShown() {
    return state.granted() && blocked > 0 ? ExemptionState.SUSPENDED : state;
  }

  /**
   * The end of the key of what is said of it: closed is not said before it is (4.10), nor that all
   * was granted where less was.
   */
  public String getWord() {
    return partly ? "PARTLY_" + word() : word();
  }

  private String word() {
    if (state == ExemptionState.SUBMITTED && !waitsAs().equals(STAFF)) {
      return waitsAs();
    }
    if (getShown() == ExemptionState.SUSPENDED && closing + blocked > 0) {
      return "BLOCKING";
    }
    return isClosing() ? "CLOSING" : getShown().name();
  }

  /** For whom it waits: the partner was asked something, an investigation holds it, or staff. */
  String waitsAs() {
    if (ticket == null) {
      return STAFF;
    }
    return ticket.isStopped() ? "ASKED" : ticket.isHeld() ? "ON_HOLD" : STAFF;
  }

  private boolean isClosing() {
    return state == ExemptionState.CLOSED && closing > 0;
  }

  /** The kind of its status word. */
  public String getSign() {
    return isClosing() ? "wait" : getShown().getSign();
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
