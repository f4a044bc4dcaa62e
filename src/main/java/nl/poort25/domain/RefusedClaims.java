package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.account.Partner;
import nl.poort25.database.Batches;
import nl.poort25.policy.Verdict;

/** Keeps who was refused a name because another partner holds it, and counts them. */
@ApplicationScoped
@Transactional
class RefusedClaims {
  private static final Duration DAY = Duration.ofDays(1);

  /** A file that is full of names of others is no claim to them: so many at most are kept. */
  private static final int MOST_OF_A_FILE = 500;

  @PersistenceContext EntityManager em;

  /** How many names these partners were refused within a day, by their ids. */
  Map<Long, Long> withinDay(Collection<Long> partnerIds, Instant now) {
    return Batches.rows(
            em,
            Object[].class,
            "select x.partner.id, count(x) from RefusedClaim x where x.partner.id in :some"
                + " and x.lastAt > :from group by x.partner.id",
            partnerIds.stream(),
            Map.of("from", now.minus(DAY)))
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
  }

  /**
   * Keeps which of these were refused because of another holder; whoever else registers an
   * overlapping name waits meanwhile.
   *
   * @param verdicts of each, in that order
   */
  void record(List<RegistrationCandidate> asked, List<Verdict> verdicts, Instant now) {
    IntStream.range(0, asked.size())
        .filter(i -> RegistrationRule.NAME_IS_FREE.isViolatedIn(verdicts.get(i)))
        .limit(MOST_OF_A_FILE)
        .mapToObj(asked::get)
        .forEach(refused -> record(refused, now));
  }

  private void record(RegistrationCandidate refused, Instant now) {
    em
        .createQuery(
            "select x from RefusedClaim x where x.name = :name and x.partner.id = :partner",
            RefusedClaim.class)
        .setParameter("name", refused.name().toString())
        .setParameter("partner", refused.partnerId())
        .getResultList()
        .stream()
        .findFirst()
        .ifPresentOrElse(
            claim -> claim.countAgain(now),
            () -> {
              var partner = em.getReference(Partner.class, refused.partnerId());
              em.persist(new RefusedClaim(partner, refused.name(), now));
            });
  }
}
