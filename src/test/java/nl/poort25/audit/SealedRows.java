package nl.poort25.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import nl.poort25.database.Secret;

/** The seals of entries that are written without the portal, in the order of their ids. */
public final class SealedRows {
  private final AuditKey key = AuditKey.generate(0);
  private String chain = AuditChain.START;
  private long position;

  /**
   * @param mac of the entry
   * @param chain its link
   */
  public record Seal(String mac, long position, String chain) {}

  public Seal seal(
      long id,
      Instant at,
      Long actorId,
      String actorName,
      boolean actorStaff,
      String actorAddress,
      String act,
      String subjectType,
      long subjectId,
      String subjectLabel,
      Long partnerId,
      String policyVersion) {
    String mac =
        key.seal(
            new SealedEntry(
                id,
                at,
                actorId,
                actorName,
                actorStaff,
                actorAddress,
                act,
                subjectType,
                subjectId,
                subjectLabel,
                partnerId,
                null,
                null,
                policyVersion));
    position++;
    chain = key.link(chain, position, id, mac);
    return new Seal(mac, position, chain);
  }

  /** Their key and the end of their chain, which a portal goes on with. */
  public void storeEnd(Connection database, Instant now) throws SQLException {
    try (var keys =
            database.prepareStatement(
                "insert into audit_key (id, secret, public_key, since) values (1, ?, ?, ?)");
        var end =
            database.prepareStatement(
                "insert into audit_chain (id, position, chain, copied_until) values (1, ?, ?, 0)")) {
      keys.setString(1, Secret.AUDIT_KEY.encrypt(key.secret(), key.publicKey()));
      keys.setString(2, key.publicKey());
      keys.setTimestamp(3, Timestamp.from(now));
      keys.executeUpdate();
      end.setLong(1, position);
      end.setString(2, chain);
      end.executeUpdate();
    }
  }
}
