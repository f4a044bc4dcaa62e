package nl.poort25.list;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Remembers for a minute which lists have many more rows than are counted: to count a thousand
 * again for each page takes longer than to show it. Half as many more are counted first, so that a
 * list which is said to have more than a thousand would have to lose five hundred within that
 * minute.
 */
final class LongLists {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 20_000;

  /** After so much of it one page counts again, and the others go on without. */
  private static final Duration OLD = Duration.ofSeconds(45);

  private static final Cache<Asked, Remembered> LONG =
      CacheBuilder.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  /**
   * A list of a database.
   *
   * @param parameters of the query; moments by the minute, since "now" is another each time
   */
  private record Asked(EntityManagerFactory of, String hql, Map<String, Object> parameters) {}

  /**
   * That a list is long.
   *
   * @param at by {@link System#nanoTime()}
   * @param again whether somebody counts it again
   */
  private record Remembered(long at, AtomicBoolean again) {
    boolean isToBeCountedAgain() {
      return System.nanoTime() - at > OLD.toNanos() && again.compareAndSet(false, true);
    }
  }

  private LongLists() {}

  /** How many are looked at to know that there are more than so many. */
  static int enough(int most) {
    return most + most / 2;
  }

  static boolean contains(EntityManager em, String hql, Map<String, Object> parameters) {
    var known = LONG.getIfPresent(asked(em, hql, parameters));
    return known != null && !known.isToBeCountedAgain();
  }

  static void add(EntityManager em, String hql, Map<String, Object> parameters) {
    LONG.put(asked(em, hql, parameters), new Remembered(System.nanoTime(), new AtomicBoolean()));
  }

  private static Asked asked(EntityManager em, String hql, Map<String, Object> parameters) {
    var rounded = new TreeMap<>(parameters);
    rounded.replaceAll(
        (name, value) -> value instanceof Instant at ? at.truncatedTo(ChronoUnit.MINUTES) : value);
    return new Asked(em.getEntityManagerFactory(), hql, rounded);
  }
}
