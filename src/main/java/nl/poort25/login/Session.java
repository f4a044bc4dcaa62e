package nl.poort25.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import nl.poort25.account.Account;
import nl.poort25.account.SecretToken;
import nl.poort25.text.Truncation;

/**
 * Entity of a session in one browser, or half of one while the second factor is still to come. It
 * ends by timeout, sign-out, or when the stamp of its account changes.
 */
@Entity
@Table(name = "account_session")
class Session {
  private static final int LONGEST_AGENT = 300;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "token_hash")
  @SuppressWarnings("UnusedVariable") // queries read it
  private String tokenHash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "account_id")
  private Account account;

  private int stamp;

  @SuppressWarnings("UnusedVariable") // queries read it
  private boolean half;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "ended_at")
  @SuppressWarnings("UnusedVariable") // queries read it
  private Instant endedAt;

  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @SuppressWarnings("UnusedVariable") // queries read it
  private String flash;

  private String kept;

  @Column(name = "kept_form")
  @SuppressWarnings("UnusedVariable") // queries read it
  private String keptForm;

  protected Session() {}

  /** From where, and with what. */
  record From(String address, String userAgent) {}

  /**
   * @param stamp that the account had when it was let in
   */
  Session(SecretToken token, Account account, int stamp, boolean half, From from, Instant now) {
    tokenHash = token.hash();
    this.account = account;
    this.stamp = stamp;
    this.half = half;
    beganAt = now;
    lastUsedAt = now;
    address = from.address();
    userAgent = from.userAgent() == null ? null : plain(from.userAgent());
  }

  /** What a stranger sends as he likes, fit for a column. */
  private static String plain(String typed) {
    return Truncation.to(LONGEST_AGENT, typed.replaceAll("[^\\x20-\\x7e]", "?"));
  }

  /**
   * Keeps something for a later page; null takes it away.
   *
   * @param token of this session: what is kept can be read with it alone
   */
  void keep(SecretToken token, String name, String value) {
    var all = TokenCipher.open(token, kept);
    if (value == null) {
      all.remove(name);
    } else {
      all.put(name, value);
    }
    kept = all.isEmpty() ? null : TokenCipher.close(token, all);
  }

  Map<String, String> kept(SecretToken token) {
    return TokenCipher.open(token, kept);
  }

  Long getId() {
    return id;
  }

  int getStamp() {
    return stamp;
  }

  long accountId() {
    return account.getId();
  }

  Instant getBeganAt() {
    return beganAt;
  }

  Instant getLastUsedAt() {
    return lastUsedAt;
  }

  String getAddress() {
    return address;
  }

  String getUserAgent() {
    return userAgent;
  }
}
