package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * The key of the log. It is made once, before the first entry that it seals, and in a transaction
 * of its own: an act that fails later must not take it back.
 */
@ApplicationScoped
class AuditKeys {
  @Inject StoredAuditKeys stored;
  private volatile AuditKey known;

  AuditKey current() {
    var found = known;
    return found == null ? findOrMake() : found;
  }

  /** One at a time: the first acts of a new portal come side by side. */
  private synchronized AuditKey findOrMake() {
    if (known == null) {
      known = stored.find().orElseGet(this::made);
    }
    return known;
  }

  /** Of two nodes that start at the same moment the first counts for both. */
  private AuditKey made() {
    try {
      stored.make();
    } catch (PersistenceException | jakarta.transaction.TransactionalException e) {
      return stored.find().orElseThrow(() -> e);
    }
    return stored.find().orElseThrow();
  }
}
