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
 * @param lastKey which the next page goes on from: of the last row, or of the last one that was
 *     looked at; null where nothing follows
 * @param count how many rows the whole list has; null where that is not known
 * @param searchedTo how far the list was looked through for these rows: a name or a moment; null
 *     where as far as there are any, or where there is only a number to say
 */
public record ListPage<T>(
    List<T> rows,
    ListRequest request,
    boolean further,
    String firstKey,
    String lastKey,
    BoundedCount count,
    Object searchedTo) {
  /** How many rows a page shows. */
  public static final int MOST = 25;

  /** How far the rows of a list are counted. */
  public static final int COUNTED = 1_000;

  /** Of what cannot be asked for so. */
  public static <T> ListPage<T> none(ListRequest request) {
    return new ListPage<>(List.of(), request, false, null, null, BoundedCount.ZERO, null);
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

  /** How many rows the whole list has, in words; null where that is not known. */
  Text total() {
    if (count == null) {
      return null;
    }
    return Text.of(count.isMore() ? "web.pager.more" : "web.pager.total", count.number());
  }

  /** Whether there is anything to say of its pages. */
  public boolean isPaged() {
    return !isEmpty() || isOneOfSeveral();
  }

  /** Whether there may be rows that were not looked at for this page. */
  public boolean isSearchedInPart() {
    return lastKey != null && rows.size() < MOST;
  }

  /** What leads on is called so. */
  public String getNextKey() {
    return isSearchedInPart() ? "web.pager.go-on" : "web.pager.next";
  }

  /** How many rows there are, or how far they were looked through; null where neither is known. */
  public Text getSaid() {
    return isSearchedInPart() ? searched() : total();
  }

  private Text searched() {
    return searchedTo == null
        ? Text.of("web.pager.searched", ListReader.SEARCHED)
        : Text.of("web.pager.searched.to", searchedTo);
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
    return isNarrowed() || isOneOfSeveral();
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The same page, with something else of each row. */
  public <S> ListPage<S> map(Function<T, S> shown) {
    return new ListPage<>(
        rows.stream().map(shown).toList(), request, further, firstKey, lastKey, count, searchedTo);
  }
}
