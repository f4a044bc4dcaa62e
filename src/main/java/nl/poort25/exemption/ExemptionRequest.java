package nl.poort25.exemption;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.network.Connection;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;

/** What a partner asks for: which kind of exemption, on which connection, with which answers. */
@MappedSuperclass
public abstract class ExemptionRequest {
  @Enumerated(EnumType.STRING)
  private ExemptionKind kind;

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

  @Embedded private ExemptionAnswers answers;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "created_by")
  private Account createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ExemptionRequest() {}

  ExemptionRequest(
      ExemptionKind kind, ExemptionAnswers answers, Partner partner, Account by, Instant now) {
    this.kind = kind;
    this.partner = partner;
    this.answers = answers;
    createdBy = by;
    createdAt = now;
  }

  /** Only a draft is filled in. */
  abstract void mustBeDraft();

  void chooseKind(ExemptionKind wanted, boolean outside) {
    mustBeDraft();
    kind = wanted;
    answers.setOutside(outside && wanted == ExemptionKind.OWN_MAIL_SERVICE);
  }

  public void chooseConnection(Connection wanted) {
    mustBeDraft();
    connection = wanted;
  }

  /** The answers of a draft, to be changed. */
  public ExemptionAnswers draftAnswers() {
    mustBeDraft();
    return answers;
  }

  public List<RequestStep> getSteps() {
    return RequestStep.of(kind, answers.isOutside());
  }

  /** The steps that are still to be filled in. */
  public List<RequestStep> missing() {
    return getSteps().stream()
        .filter(step -> step == RequestStep.CONNECTION ? connection == null : !answers.has(step))
        .toList();
  }

  /** Exactly what would go open (4.6), as far as it is filled in. */
  public List<Flow> lines() {
    return RequestedFlows.of(kind, answers);
  }

  public ExemptionKind getKind() {
    return kind;
  }

  public Partner getPartner() {
    return partner;
  }

  public Connection getConnection() {
    return connection;
  }

  public ExemptionAnswers getAnswers() {
    return answers;
  }

  public Account getCreatedBy() {
    return createdBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
