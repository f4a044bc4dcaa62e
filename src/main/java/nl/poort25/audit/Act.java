package nl.poort25.audit;

import java.util.Map;

/**
 * Something that was done and is written to the audit log: an event named by its past participle
 * ({@code DomainRegistered}). A resource fires what the entity's method returns, and the entry is
 * written in the same transaction. The simple class name, or its {@link
 * nl.poort25.database.StoredName}, is the act in the log and the key of its text ({@code
 * act.DomainRegistered}).
 */
public interface Act {
  Subject subject();

  /** Whose matter it is; null where it is no partner's, and no partner learns of it. */
  default Long partnerId() {
    return null;
  }

  /** What was, by the names of fields ({@code audit.field.…}); empty where it is new. */
  default Map<String, String> before() {
    return Map.of();
  }

  default Map<String, String> after() {
    return Map.of();
  }
}
