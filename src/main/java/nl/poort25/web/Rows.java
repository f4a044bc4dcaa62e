package nl.poort25.web;

import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the key of the last row, which the next page goes on from; null where nothing follows
 */
public record Rows<T, K>(List<T> rows, K next) {
  /** How many a page shows. */
  public static final int MOST = 25;

  /** Databases know no moment after the year 9999. */
  private static final long END = micros(Instant.parse("9999-12-31T00:00:00Z"));

  /** The first rows of the query. */
  public static <T, K> Rows<T, K> of(TypedQuery<T> query, Function<T, K> key) {
    return of(query.setMaxResults(MOST + 1).getResultList(), key);
  }

  /** The first rows of what was found: of that one row more than a page shows is enough. */
  public static <T, K> Rows<T, K> of(List<T> found, Function<T, K> key) {
    if (found.size() <= MOST) {
      return new Rows<>(found, null);
    }
    var rows = found.subList(0, MOST);
    return new Rows<>(rows, key.apply(rows.get(MOST - 1)));
  }

  /**
   * A moment in a key, as finely as databases keep it. {@code ChronoUnit.MICROS.between} counts
   * nanoseconds on JDK 17, which from the year 2262 on are too many for it.
   */
  public static long micros(Instant at) {
    return Math.addExact(
        Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000L);
  }

  /**
   * The moment of {@link #micros}.
   *
   * @throws DateTimeException for none between the years 1970 and 9999
   */
  public static Instant instant(long micros) {
    if (micros < 0 || micros >= END) {
      throw new DateTimeException("no moment of a key: " + micros);
    }
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
