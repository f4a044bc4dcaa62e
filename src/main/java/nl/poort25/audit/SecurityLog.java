package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/** Writes, reads and forgets the rows of the security log. */
@ApplicationScoped
@Transactional
class SecurityLog {
  /** Rows that one transaction deletes. */
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager em;

  /** Adds to what other nodes and earlier rounds have written of the same hour. */
  @Transactional(TxType.REQUIRES_NEW)
  void write(Map<SecurityCounts.Key, SecurityCounts.Count> counts) {
    counts.forEach(
        (key, count) -> {
          if (add(key, count) == 0) {
            em.persist(new SecurityEventCount(key, count));
          }
        });
    em.flush(); // at the commit, the container would log that another node was first
  }

  private int add(SecurityCounts.Key key, SecurityCounts.Count count) {
    return em.createQuery(
            "update SecurityEventCount e set e.times = e.times + :times, e.lastAt = :last,"
                + " e.place = :place where e.hour = :hour and e.kind = :kind"
                + " and e.address = :address and e.who = :who")
        .setParameter("times", count.times())
        .setParameter("last", count.last())
        .setParameter("place", count.place())
        .setParameter("hour", key.hour())
        .setParameter("kind", key.kind().name())
        .setParameter("address", key.address())
        .setParameter("who", key.who())
        .executeUpdate();
  }

  /** In the order in which they began, the newest first. */
  ListPage<SecurityEventCount> page(ListRequest request) {
    return new ListQuery<>(SecurityEventCount.class, "SecurityEventCount e")
        .descending()
        .narrow("e.address", request.text("address"))
        .narrow("e.kind", request.text("kind"))
        .narrow("e.who", request.text("who"))
        .byNumber("e.id", SecurityEventCount::getId)
        .page(em, request);
  }

  /**
   * Deletes rows of before that time.
   *
   * @return whether there are more
   */
  boolean forget(Instant before) {
    var ids =
        em.createQuery(
                "select e.id from SecurityEventCount e where e.hour < :before order by e.hour",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(AT_ONCE)
            .getResultList();
    if (!ids.isEmpty()) {
      em.createQuery("delete from SecurityEventCount e where e.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
    return ids.size() == AT_ONCE;
  }
}
