package nl.poort25.backoffice;

import java.util.List;
import java.util.function.Function;
import nl.poort25.list.ListPage;
import nl.poort25.text.Text;

/**
 * What a search has found of one kind.
 *
 * @param title key of the text above it
 * @param all the list of all that fit
 */
public record SearchHits(String title, List<Hit> hits, String all) {
  /** Whoever wants more goes to the list. */
  private static final int MOST = 10;

  /**
   * One line.
   *
   * @param about what tells it from others of that name; null where nothing need
   * @param status null where none is shown
   */
  public record Hit(String href, String name, Text about, String sign, Text status) {}

  static <T> SearchHits of(String title, ListPage<T> found, Function<T, Hit> hit) {
    var hits = found.rows().stream().limit(MOST).map(hit).toList();
    return new SearchHits(title, hits, found.request().first());
  }
}
