package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.network.Cidr;

/** What homes and the page of an address show of exemptions; each query rests on one index. */
@ApplicationScoped
@Transactional
public class ExemptionOverview {
  private static final int HISTORY = 50;
  private static final String WITH_ALL =
      "select o from Opening o join fetch o.exemption e join fetch e.ticket join fetch e.partner"
          + " left join fetch o.decision d left join fetch d.by where ";

  @PersistenceContext EntityManager em;

  /** How many exemptions of the partner are in which state. */
  public Map<ExemptionState, Long> counts(long partnerId) {
    var counts = new EnumMap<ExemptionState, Long>(ExemptionState.class);
    em.createQuery(
            "select e.state, count(e) from Exemption e where e.partner.id = :partner"
                + " group by e.state",
            Object[].class)
        .setParameter("partner", partnerId)
        .getResultList()
        .forEach(row -> counts.put((ExemptionState) row[0], (Long) row[1]));
    // what an open case covers without having blocked it is not counted as open
    em.createQuery(
            "select e from Exemption e where e.partner.id = :partner"
                + " and e.state in (APPROVED, OPEN) and e.blocked > 0",
            Exemption.class)
        .setParameter("partner", partnerId)
        .getResultList()
        .forEach(
            e -> {
              counts.merge(e.getState(), -1L, Long::sum);
              counts.merge(ExemptionState.SUSPENDED, 1L, Long::sum);
            });
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** How many requests wait for an answer of the partner. */
  public long asked(long partnerId) {
    return em.createQuery(
            "select count(e) from Exemption e join e.ticket t where e.partner.id = :partner"
                + " and e.state = SUBMITTED and t.clock.stoppedAt is not null",
            Long.class)
        .setParameter("partner", partnerId)
        .getSingleResult();
  }

  /** Of how many that are granted less was granted than was asked. */
  public long partly(long partnerId) {
    return em.createQuery(
            "select count(e) from Exemption e where e.partner.id = :partner and e.partly = true"
                + " and e.state in (APPROVED, OPEN, SUSPENDED)",
            Long.class)
        .setParameter("partner", partnerId)
        .getSingleResult();
  }

  /** Those that the partner is asked to confirm (once a year), the most urgent first. */
  public List<Exemption> toConfirm(long partnerId, int most, Instant now) {
    return em.createQuery(
            "select e from Exemption e join fetch e.ticket where e.partner.id = :partner"
                + " and e.state in (APPROVED, OPEN, SUSPENDED) and e.term.by <= :soon"
                + " order by e.term.by, e.id",
            Exemption.class)
        .setParameter("partner", partnerId)
        .setParameter("soon", now.plus(ReconfirmationDue.ahead()))
        .setMaxResults(most)
        .getResultList();
  }

  /** What the partner has begun and not sent, the newest first. */
  public List<Exemption> drafts(long partnerId, int most) {
    return em.createQuery(
            "select e from Exemption e left join fetch e.connection where e.partner.id = :partner"
                + " and e.state = DRAFT order by e.partner.id desc, e.state desc, e.id desc",
            Exemption.class)
        .setParameter("partner", partnerId)
        .setMaxResults(most)
        .getResultList();
  }

  /** What was granted and is not open: what is blocked first, then what is still to be opened. */
  public List<Opening> granted(long partnerId, int most) {
    return em.createQuery(
            "select o from Opening o join fetch o.exemption e join fetch e.ticket"
                + " join fetch o.connection where o.partner.id = :partner"
                + " and o.state in (SUSPENDED, APPROVED)"
                + " order by o.partner.id desc, o.state desc, o.id desc",
            Opening.class)
        .setParameter("partner", partnerId)
        .setMaxResults(most)
        .getResultList();
  }

  /** All that was ever asked or open to an address, or to one of a prefix, the newest first. */
  public List<Opening> to(Cidr cidr) {
    return em.createQuery(
            WITH_ALL
                + "o.destinationKey >= :first and o.destinationKey <= :last"
                + " order by o.destinationKey desc, o.id desc",
            Opening.class)
        .setParameter("first", cidr.firstKey())
        .setParameter("last", cidr.lastKey())
        .setMaxResults(HISTORY)
        .getResultList();
  }

  /** The same from a source that is, or contains, these addresses. */
  public List<Opening> from(Cidr cidr) {
    return em.createQuery(WITH_ALL + "o.source in :enclosing order by o.id desc", Opening.class)
        .setParameter("enclosing", cidr.enclosing())
        .setMaxResults(HISTORY)
        .getResultList();
  }
}
