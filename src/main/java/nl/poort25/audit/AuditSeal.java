package nl.poort25.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The seal (MAC) of an entry, written with it, and its place in the chain, assigned after the
 * commit.
 */
@Entity
@Table(name = "audit_seal")
public class AuditSeal {
  @Id
  @Column(name = "entry_id")
  private long entryId;

  private String mac;

  /** From 1 on without a gap; null until it has one. */
  private Long position;

  @SuppressWarnings("UnusedVariable") // for whoever verifies
  private String chain;

  protected AuditSeal() {}

  AuditSeal(AuditKey key, SealedEntry row) {
    entryId = row.id();
    mac = key.seal(row);
  }

  /** Puts it behind the last link and returns the new one. */
  String append(AuditKey key, String before, long wanted) {
    if (position != null) {
      throw new IllegalStateException("entry " + entryId + " has position " + position);
    }
    position = wanted;
    chain = key.link(before, wanted, entryId, mac);
    return chain;
  }
}
