package nl.poort25.database;

import com.google.common.collect.Lists;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Splits values into batches for queries with an {@code in} list. */
public final class Batches {
  private static final int MOST = 500;

  private Batches() {}

  /** Each value once, as many together as one query takes; none of no value. */
  public static <T> List<List<T>> of(Stream<T> values) {
    return Lists.partition(values.distinct().toList(), MOST);
  }

  /**
   * The rows of all batches.
   *
   * @param query has a batch as {@code :some}
   */
  public static <R> Stream<R> rows(
      EntityManager em, Class<R> type, String query, Stream<?> values) {
    return rows(em, type, query, values, Map.of());
  }

  /**
   * The same of a query with more parameters.
   *
   * @param more by their names
   */
  public static <R> Stream<R> rows(
      EntityManager em, Class<R> type, String query, Stream<?> values, Map<String, ?> more) {
    return of(values).stream()
        .flatMap(
            some -> {
              var batch = em.createQuery(query, type).setParameter("some", some);
              more.forEach(batch::setParameter);
              return batch.getResultList().stream();
            });
  }
}
