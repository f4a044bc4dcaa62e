package nl.poort25.database;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** Locks rows that nobody else holds, and waits for none. */
public final class FreeRows {
  private FreeRows() {}

  /**
   * Those that are free, until the transaction ends. Two that lock overlapping sets side by side
   * get each a part of them.
   *
   * @param table of that entity
   * @param key the column of its key
   */
  @SuppressWarnings("unchecked") // the type is given
  public static <T> List<T> lock(
      EntityManager em, Class<T> type, String table, String key, Collection<Long> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    // in SQL: Hibernate leaves the last two words out on H2, which knows them
    return em.createNativeQuery(
            "select * from %1$s where %2$s in (:keys) order by %2$s for update skip locked"
                .formatted(table, key),
            type)
        .setParameter("keys", keys)
        .getResultList();
  }
}
