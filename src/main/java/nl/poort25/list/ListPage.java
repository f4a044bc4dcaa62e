package nl.poort25.list;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One page of a list, with the links to others.
 *
 * @param further whether rows stand before these
 * @param key of the last row, which the next page goes on from; null where nothing follows
 */
public record ListPage<T>(List<T> rows, ListRequest request, boolean further, String key) {
  /** How many rows a page shows. */
  public static final int MOST = 25;

  /** Of what cannot be asked for so. */
  public static <T> ListPage<T> none(ListRequest request) {
    return new ListPage<>(List.of(), request, false, null);
  }

  /** URL of the first page; null where this is it. */
  public String first() {
    return further ? request.first() : null;
  }

  /** URL of the next page; null where this is the last. */
  public String next() {
    return key == null ? null : request.next(key);
  }

  public Map<String, Object> asked() {
    return request.asked();
  }

  public boolean isNarrowed() {
    return request.isNarrowed();
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The same page, with something else of each row. */
  public <S> ListPage<S> map(Function<T, S> shown) {
    return new ListPage<>(rows.stream().map(shown).toList(), request, further, key);
  }
}
