package nl.poort25.network;

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
import nl.poort25.account.Account;
import nl.poort25.web.Conflict;

/**
 * A mail server of the provider, which stays reachable on port 25 from outside (2.5). Somebody of
 * the network role proposes that it comes on the list or leaves it; a second person lets it.
 */
@Entity
@Table(name = "provider_mail_server")
public class ProviderMailServer {
  /** Where it stands. */
  public enum State {
    /** for the list: nothing is open by it yet */
    PROPOSED("wait"),
    LISTED("ok"),
    /** on the list, until a second person agrees that it leaves */
    LEAVING("wait"),
    DECLINED("none"),
    REMOVED("none");

    private final String sign;

    State(String sign) {
      this.sign = sign;
    }

    /** For the sign of a status. */
    public String getSign() {
      return sign;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String address;

  @SuppressWarnings("UnusedVariable") // queries look for it
  @Column(name = "address_key")
  private String addressKey;

  @Enumerated(EnumType.STRING)
  private State state;

  private String reason;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "proposed_by")
  private Account proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "judged_by")
  private Account judgedBy;

  @Column(name = "judged_at")
  private Instant judgedAt;

  @Column(name = "removal_reason")
  private String removalReason;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "removal_by")
  private Account removalBy;

  @Column(name = "removal_at")
  private Instant removalAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "removed_by")
  private Account removedBy;

  @Column(name = "removed_at")
  private Instant removedAt;

  @SuppressWarnings("UnusedVariable") // the index on it keeps it single
  private String held;

  @Version private int version;

  protected ProviderMailServer() {}

  /** Proposed for the list. */
  ProviderMailServer(Cidr address, String reason, Account by, Instant now) {
    this.address = address.toString();
    addressKey = address.firstKey();
    held = this.address;
    state = State.PROPOSED;
    this.reason = reason;
    proposedBy = by;
    proposedAt = now;
  }

  void mustStillBe(int seen) {
    if (version != seen) {
      throw new Conflict("mail server " + id + " has changed since");
    }
  }

  void mustWait() {
    if (!isWaiting()) {
      throw new Conflict("mail server " + id + " waits for nobody");
    }
  }

  /** A second person has seen what was proposed, and lets it be so. */
  ProviderMailServerAct confirm(Account by, Instant now) {
    mustWait();
    if (state == State.PROPOSED) {
      state = State.LISTED;
      judgedBy = by;
      judgedAt = now;
      return new ProviderMailServerAct.MailServerListed(this);
    }
    state = State.REMOVED;
    removedBy = by;
    removedAt = now;
    held = null;
    return new ProviderMailServerAct.MailServerRemoved(this);
  }

  /** What was proposed comes to nothing: whoever proposed it may say so too. */
  ProviderMailServerAct decline(Account by, Instant now) {
    mustWait();
    if (state == State.PROPOSED) {
      state = State.DECLINED;
      judgedBy = by;
      judgedAt = now;
      held = null;
      return new ProviderMailServerAct.MailServerDeclined(this);
    }
    var act = new ProviderMailServerAct.MailServerStays(this, removalReason);
    state = State.LISTED;
    removalReason = null;
    removalBy = null;
    removalAt = null;
    return act;
  }

  ProviderMailServerAct proposeRemoval(String why, Account by, Instant now) {
    if (state != State.LISTED) {
      throw new Conflict("mail server " + id + " is not on the list, or to leave it already");
    }
    state = State.LEAVING;
    removalReason = why;
    removalBy = by;
    removalAt = now;
    return new ProviderMailServerAct.MailServerRemovalProposed(this);
  }

  /** Whether the firewalls keep it open. */
  public boolean isListed() {
    return state == State.LISTED || state == State.LEAVING;
  }

  /** Whether a second person is to look at it. */
  public boolean isWaiting() {
    return state == State.PROPOSED || state == State.LEAVING;
  }

  /** Whether it is on the list and nobody has proposed that it leaves it. */
  public boolean isSettled() {
    return state == State.LISTED;
  }

  /** Whether somebody has proposed that it leaves the list. */
  public boolean isLeaving() {
    return state == State.LEAVING;
  }

  /** Whether it did not come on the list. */
  public boolean isDeclined() {
    return state == State.DECLINED;
  }

  /** Who proposed what waits; null where nothing does. */
  public Account getProposer() {
    return switch (state) {
      case PROPOSED -> proposedBy;
      case LEAVING -> removalBy;
      case LISTED, DECLINED, REMOVED -> null;
    };
  }

  public Long getId() {
    return id;
  }

  public Cidr getAddress() {
    return Cidr.of(address);
  }

  public State getState() {
    return state;
  }

  public String getReason() {
    return reason;
  }

  public Account getProposedBy() {
    return proposedBy;
  }

  public Instant getProposedAt() {
    return proposedAt;
  }

  /** Null while it is proposed. */
  public Account getJudgedBy() {
    return judgedBy;
  }

  public Instant getJudgedAt() {
    return judgedAt;
  }

  /** Null where nobody proposed that it leaves the list. */
  public String getRemovalReason() {
    return removalReason;
  }

  public Account getRemovalBy() {
    return removalBy;
  }

  public Instant getRemovalAt() {
    return removalAt;
  }

  /** Null while it is on the list. */
  public Account getRemovedBy() {
    return removedBy;
  }

  public Instant getRemovedAt() {
    return removedAt;
  }

  public int getVersion() {
    return version;
  }
}
