package nl.poort25.abuse;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.poort25.abuse.AbuseAct.ItemAnswered;
import nl.poort25.abuse.AbuseAct.ItemJudged;
import nl.poort25.account.Account;
import nl.poort25.web.Conflict;
import org.hibernate.annotations.OptimisticLock;

/** One item of the checklist of a case: the partner's answer, and what staff says of it (4.14). */
@Entity
@Table(name = "investigation_item")
public class InvestigationItem {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "case_id")
  private AbuseCase abuseCase;

  @Enumerated(EnumType.STRING)
  private ItemKind kind;

  private String answer;

  /** Not in the version: what the partner keeps for himself changes nothing for staff. */
  @OptimisticLock(excluded = true)
  private String draft;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "answered_by")
  private Account answeredBy;

  @Enumerated(EnumType.STRING)
  private AnswerReview judgement;

  private String why;

  @Column(name = "judged_at")
  private Instant judgedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "judged_by")
  private Account judgedBy;

  @Version private int version;

  protected InvestigationItem() {}

  InvestigationItem(AbuseCase abuseCase, ItemKind kind) {
    this.abuseCase = abuseCase;
    this.kind = kind;
  }

  /** The partner answers, or answers anew what staff did not accept. */
  ItemAnswered answer(String text, Account by, Instant now) {
    abuseCase.mustBeOpen();
    if (isAccepted()) {
      throw new Conflict("item " + kind + " of " + abuseCase.getNumber() + " is accepted");
    }
    answer = text;
    draft = null;
    answeredAt = now;
    answeredBy = by;
    judgement = null;
    why = null;
    judgedAt = null;
    judgedBy = null;
    return new ItemAnswered(this);
  }

  /**
   * The partner goes on with it later.
   *
   * @param text null for nothing, or for the answer as it was sent
   */
  void saveDraft(String text) {
    abuseCase.mustBeOpen();
    if (!isAccepted()) {
      draft = text == null || text.equals(answer) ? null : text;
    }
  }

  /**
   * Staff judges the answer, and may come back on it while the case is open.
   *
   * @param reason what is missing; null where it is accepted without more
   */
  ItemJudged judge(AnswerReview found, String reason, Account by, Instant now) {
    abuseCase.mustBeOpen();
    if (!isAnswered()) {
      throw new Conflict("item " + kind + " of " + abuseCase.getNumber() + " has no answer");
    }
    var before = judgement;
    judgement = found;
    why = reason;
    judgedAt = now;
    judgedBy = by;
    return new ItemJudged(this, before);
  }

  /** The version that somebody saw, and answered or judged. */
  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("item " + kind + " of " + abuseCase.getNumber() + " has changed");
    }
  }

  public boolean isAnswered() {
    return answer != null;
  }

  /** Whether it is the partner's turn. */
  public boolean isToAnswer() {
    return answer == null || judgement == AnswerReview.NOT_ACCEPTED;
  }

  /** Whether it is staff's turn. */
  public boolean isToJudge() {
    return answer != null && judgement == null;
  }

  public boolean isAccepted() {
    return judgement == AnswerReview.ACCEPTED;
  }

  public AbuseCase getAbuseCase() {
    return abuseCase;
  }

  public ItemKind getKind() {
    return kind;
  }

  public String getAnswer() {
    return answer;
  }

  /** What the partner has kept and not sent; null for nothing. */
  public String getDraft() {
    return draft;
  }

  public Instant getAnsweredAt() {
    return answeredAt;
  }

  public Account getAnsweredBy() {
    return answeredBy;
  }

  /** Null while nobody has judged the answer. */
  public AnswerReview getJudgement() {
    return judgement;
  }

  public String getWhy() {
    return why;
  }

  public Instant getJudgedAt() {
    return judgedAt;
  }

  public Account getJudgedBy() {
    return judgedBy;
  }

  public int getVersion() {
    return version;
  }

  /** "ok", "bad", "wait" or "none", as a status shows it. */
  public String getSign() {
    if (judgement != null) {
      return isAccepted() ? "ok" : "bad";
    }
    return isAnswered() ? "wait" : "none";
  }

  /** The last part of the key of what it is called. */
  public String getStanding() {
    if (judgement != null) {
      return judgement.name();
    }
    return isAnswered() ? "ANSWERED" : "OPEN";
  }
}
