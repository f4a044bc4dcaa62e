package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import nl.poort25.web.Rows;

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
            em.persist(new SecurityEvent(key, count));
          }
        });
    em.flush(); // at the commit, the container would log that another node was first
  }

  private int add(SecurityCounts.Key key, SecurityCounts.Count count) {
    return em.createQuery(
            "update SecurityEvent e set e.times = e.times + :times, e.lastAt = :last,"
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
  Rows<SecurityEvent, Long> page(SecurityFilter filter) {
    // what is held fast stands first in the order too: only then does H2 walk that index
    var conditions = new StringBuilder("1 = 1");
    var order = new StringBuilder();
    for (String field : filter.fields().keySet()) {
      conditions.append(" and e.").append(field).append(" = :").append(field);
      if (order.isEmpty()) {
        order.append("e.").append(field).append(" desc, ");
      }
    }
    if (filter.before() != null) {
      conditions.append(" and e.id < :before");
    }
    var query =
        em.createQuery(
            "select e from SecurityEvent e where "
                + conditions
                + " order by "
                + order
                + "e.id desc",
            SecurityEvent.class);
    filter.fields().forEach(query::setParameter);
    if (filter.before() != null) {
      query.setParameter("before", filter.before());
    }
    return Rows.of(query, SecurityEvent::getId);
  }

  /**
   * Deletes rows of before that time.
   *
   * @return whether there are more
   */
  boolean forget(Instant before) {
    var ids =
        em.createQuery(
                "select e.id from SecurityEvent e where e.hour < :before order by e.hour",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(AT_ONCE)
            .getResultList();
    if (!ids.isEmpty()) {
      em.createQuery("delete from SecurityEvent e where e.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
    return ids.size() == AT_ONCE;
  }
}
