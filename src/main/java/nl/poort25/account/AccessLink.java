package nl.poort25.account;

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
import java.time.Duration;
import java.time.Instant;

/**
 * Entity of a one-time link that signs somebody in or lets them set a password. Only the hash of
 * its token is stored; the link is valid as long as the row exists and has not expired.
 */
@Entity
@Table(name = "access_link")
class AccessLink {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "account_id")
  private Account account;

  @Enumerated(EnumType.STRING)
  private LinkPurpose purpose;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected AccessLink() {}

  /**
   * @param account null for the link that makes the first administrator
   */
  AccessLink(
      Account account, LinkPurpose purpose, SecretToken token, Instant now, Duration validFor) {
    this.account = account;
    this.purpose = purpose;
    tokenHash = token.hash();
    madeAt = now;
    expiresAt = now.plus(validFor);
  }

  boolean isFor(LinkPurpose wanted) {
    return purpose == wanted;
  }

  boolean isGood(Instant now) {
    return now.isBefore(expiresAt);
  }

  Account getAccount() {
    return account;
  }
}
