package nl.poort25.list;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.text.Text;

/**
 * One page of a list, with the links to others.
 *
 * @param further whether rows stand before these
 * @param firstKey of the first row, which the previous page ends before; null where none does
 * @param lastKey of the last row, which the next page goes on from; null where nothing follows
 * @param counted how many rows the whole list has; no more than {@link #COUNTED} and one are
 *     counted
 */
public record ListPage<T>(
    List<T> rows,
    ListRequest request,
    boolean further,
    String firstKey,
    String lastKey,
    int counted) {
  /** How many rows a page shows. */
  public static final int MOST = 25;

  /** How far the rows of a list are counted: to count a million takes longer than to show some. */
  static final int COUNTED = 1_000;

  /** Of what cannot be asked for so. */
  public static <T> ListPage<T> none(ListRequest request) {
    return new ListPage<>(List.of(), request, false, null, null, 0);
  }

  /** URL of the first page; null where this is it. */
  public String first() {
    return further ? request.first() : null;
  }

  /** URL of the page before; null where this is the first. */
  public String previous() {
    return firstKey == null ? null : request.previous(firstKey);
  }

  /** URL of the next page; null where this is the last. */
  public String next() {
    return lastKey == null ? null : request.next(lastKey);
  }

  /** Whether there are other pages than this. */
  public boolean isOneOfSeveral() {
    return further || lastKey != null;
  }

  /** How many rows the whole list has, in words. */
  public Text total() {
    return counted > COUNTED
        ? Text.of("web.pager.more", COUNTED)
        : Text.of("web.pager.total", counted);
  }

  public Map<String, Object> asked() {
    return request.asked();
  }

  /** The same, as links write it. */
  public Map<String, String> words() {
    return request.words();
  }

  public boolean isNarrowed() {
    return request.isNarrowed();
  }

  /** Whether there may be other rows than these: before them, or among what was not asked for. */
  public boolean isPart() {
    return isNarrowed() || further;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The same page, with something else of each row. */
  public <S> ListPage<S> map(Function<T, S> shown) {
    return new ListPage<>(
        rows.stream().map(shown).toList(), request, further, firstKey, lastKey, counted);
  }
}
