package nl.poort25.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.poort25.database.Secret;

/** The key of the log in the database, encrypted with the data key. One row. */
@Entity
@Table(name = "audit_key")
public class StoredAuditKey {
  static final long ONLY = 1;

  @Id private long id;

  private String secret;

  @Column(name = "public_key")
  private String publicKey;

  private Instant since;

  protected StoredAuditKey() {}

  StoredAuditKey(AuditKey key, Instant now) {
    id = ONLY;
    publicKey = key.publicKey();
    secret = Secret.AUDIT_KEY.encrypt(key.secret(), publicKey);
    since = now;
  }

  AuditKey decrypt() {
    return decrypt(secret, publicKey);
  }

  static AuditKey decrypt(String secret, String publicKey) {
    return AuditKey.parse(Secret.AUDIT_KEY.decrypt(secret, publicKey));
  }

  Instant getSince() {
    return since;
  }
}
