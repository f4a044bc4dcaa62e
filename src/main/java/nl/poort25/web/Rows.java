package nl.poort25.web;

import jakarta.persistence.TypedQuery;
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

  /** The first rows of the query. */
  public static <T, K> Rows<T, K> of(TypedQuery<T> query, Function<T, K> key) {
    var found = query.setMaxResults(MOST + 1).getResultList();
    if (found.size() <= MOST) {
      return new Rows<>(found, null);
    }
    var rows = found.subList(0, MOST);
    return new Rows<>(rows, key.apply(rows.get(MOST - 1)));
  }
}
