package nl.poort25.account;

import java.time.Instant;
import java.util.Set;

/** What the one statement of each request reads: a session that is good, and whose it is. */
record SessionFound(long id, Instant lastUsed, String flash, Visitor visitor) {
  /** For the query, whose parts come one by one. */
  SessionFound(
      Long id,
      Instant lastUsed,
      String flash,
      Long accountId,
      String name,
      String email,
      Long partnerId,
      String partnerName,
      Set<Role> roles,
      String language,
      boolean secondFactor) {
    this(
        id,
        lastUsed,
        flash,
        new Visitor(accountId, name, email, partnerId, partnerName, roles, language, secondFactor));
  }
}
