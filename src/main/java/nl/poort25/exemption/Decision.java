package nl.poort25.exemption;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.poort25.account.Account;
import nl.poort25.policy.Article;
import nl.poort25.policy.ArticlesConverter;
import nl.poort25.policy.PolicyVersion;

/** What staff decided on an exemption, under which version of the policy (1.3). */
@Entity
public class Decision {
  /** What was decided. */
  public enum Kind {
    APPROVAL,
    /** less than was asked */
    PARTIAL_APPROVAL,
    REJECTION,
    /** closed for abuse (4.13) */
    SUSPENSION,
    /** opened again after a complete investigation (4.14) */
    RESTORATION,
    /** was open before the portal knew of it */
    TAKEN_OVER,
    /** stays open though what was taken over violates rules */
    ACCEPTANCE,
    /** no longer needed, or its address went */
    ENDING
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "exemption_id")
  private Exemption exemption;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "decided_by")
  private Account by;

  @Column(name = "decided_at")
  private Instant at;

  private String reason;
  private String cure;

  @Convert(converter = ArticlesConverter.class)
  private Set<Article> cites;

  @Column(name = "policy_version")
  private String policyVersion;

  @OneToMany(mappedBy = "decision", cascade = CascadeType.PERSIST)
  private List<Overruling> overrulings = new ArrayList<>();

  protected Decision() {}

  /**
   * @param by null where the portal itself did
   * @param reason or null
   */
  public Decision(Exemption exemption, Kind kind, Account by, String reason, Instant now) {
    this.exemption = exemption;
    this.kind = kind;
    this.by = by;
    this.reason = reason;
    at = now;
    policyVersion = PolicyVersion.current().id();
  }

  /** What a rejection rests on, and what would change the answer (4.11). */
  Decision citing(Set<Article> articles, String whatWouldChangeIt) {
    cites = articles;
    cure = whatWouldChangeIt;
    return this;
  }

  void addOverruling(String rule, String offenders, String why) {
    overrulings.add(new Overruling(this, rule, offenders, why));
  }

  public Long getId() {
    return id;
  }

  public Exemption getExemption() {
    return exemption;
  }

  public Kind getKind() {
    return kind;
  }

  /** Whether each line of the request was granted or refused by it. */
  public boolean isPartial() {
    return kind == Kind.PARTIAL_APPROVAL;
  }

  public Account getBy() {
    return by;
  }

  public Instant getAt() {
    return at;
  }

  public String getReason() {
    return reason;
  }

  public String getCure() {
    return cure;
  }

  public List<Article> getCites() {
    return cites == null ? List.of() : List.copyOf(cites);
  }

  public String getPolicyVersion() {
    return policyVersion;
  }

  public List<Overruling> getOverrulings() {
    return overrulings;
  }
}
