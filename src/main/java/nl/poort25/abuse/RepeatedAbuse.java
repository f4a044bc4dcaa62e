package nl.poort25.abuse;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import nl.poort25.network.Cidr;
import nl.poort25.text.LocalizedTexts;

/**
 * Determines whether an address of a case had an earlier case within a year; such a case must be
 * closed by a second person (4.14).
 */
final class RepeatedAbuse {
  private RepeatedAbuse() {}

  /** Whether an earlier case on one of its addresses was opened less than a year before. */
  static boolean isRepeated(EntityManager em, AbuseCase seen) {
    return em.createQuery(
                "select count(a) from CaseAddress a where a.addressKey in :keys"
                    + " and a.openedAt > :then and a.abuseCase.id < :id",
                Long.class)
            .setParameter("keys", seen.getAddresses().stream().map(Cidr::firstKey).toList())
            .setParameter("then", yearBefore(seen.getOpenedAt()))
            .setParameter("id", seen.getId())
            .getSingleResult()
        > 0;
  }

  /** By the calendar of Amsterdam. */
  static Instant yearBefore(Instant then) {
    return then.atZone(LocalizedTexts.ZONE).minusYears(1).toInstant();
  }
}
