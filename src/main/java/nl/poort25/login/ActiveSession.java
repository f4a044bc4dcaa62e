package nl.poort25.login;

import java.time.Instant;
import java.util.Set;
import nl.poort25.account.Role;
import nl.poort25.account.SignedInUser;

/** A valid session with its user, read by one query per request. */
record ActiveSession(
    long id, Instant began, Instant lastUsed, String flash, String keptForm, SignedInUser visitor) {
  /** For the query, whose parts come one by one. */
  ActiveSession(
      Long id,
      Instant began,
      Instant lastUsed,
      String flash,
      String keptForm,
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
        began,
        lastUsed,
        flash,
        keptForm,
        new SignedInUser(
            accountId, name, email, partnerId, partnerName, roles, language, secondFactor));
  }
}
