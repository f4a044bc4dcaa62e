package nl.poort25.login;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that this account has signed in with. */
@Entity
@Table(name = "known_browser")
class KnownBrowser {
  @Embeddable
  record Key(
      @Column(name = "account_id") long accountId, @Column(name = "token_hash") String tokenHash) {}

  @EmbeddedId
  @SuppressWarnings("UnusedVariable") // queries read it
  private Key id;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected KnownBrowser() {}

  KnownBrowser(Key id, Instant now) {
    this.id = id;
    lastUsedAt = now;
  }

  void recordUse(Instant now) {
    lastUsedAt = now;
  }
}
