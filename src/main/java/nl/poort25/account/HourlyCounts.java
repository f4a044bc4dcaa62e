package nl.poort25.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Repository of {@link HourlyCount}, used by {@link HourlyLimits}. */
@ApplicationScoped
@Transactional
class HourlyCounts {
  @PersistenceContext EntityManager em;

  @Transactional(TxType.REQUIRES_NEW)
  boolean tryCount(String about, Instant hour, int most) {
    var key = new HourlyCount.Key(about, hour);
    var row = em.find(HourlyCount.class, key, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      row = new HourlyCount(key);
      em.persist(row);
    }
    boolean counted = row.tryCount(most);
    em.flush(); // at the commit, the container would log that the other was first
    return counted;
  }

  boolean isBelow(String about, Instant hour, int most) {
    var row = em.find(HourlyCount.class, new HourlyCount.Key(about, hour));
    return row == null || row.isBelow(most);
  }

  void forget(Instant before) {
    em.createQuery("delete from HourlyCount c where c.id.hour < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
