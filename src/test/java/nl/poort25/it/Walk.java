package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A list from its first page to its last.
 *
 * @param path with its filter
 * @param row what tells a row from another in the HTML: one group
 * @param expected query for the same of every row that belongs there; null where that depends on
 *     the hour
 */
record Walk(String path, String row, String expected) {
  /** More pages than any of the lists has here. */
  private static final int MOST_PAGES = 200;

  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
  private static final Pattern FIRST = Pattern.compile("class=\"btn\" href=\"([^\"]+)\"");

  /**
   * @param rows what a query finds
   */
  void by(Browser reader, Function<String, Set<String>> rows) {
    var before = expected == null ? null : rows.apply(expected);
    var seen = new ArrayList<String>();
    String page = path;
    for (int i = 1; page != null; i++) {
      assertTrue(i <= MOST_PAGES, path + " has no end");
      var visit = reader.get(page);
      assertEquals(200, visit.status(), page + ", page " + i + " of " + path + ": " + visit);
      seen.addAll(found(visit.html(), Pattern.compile(row)));
      page = link(visit, NEXT);
      if (i == 2) {
        assertEquals(200, reader.get(first(visit)).status(), "back to the first page of " + path);
      }
    }
    assertEquals(new TreeSet<>(seen).size(), seen.size(), "rows of " + path + " seen twice");
    if (before != null) {
      // what came or went meanwhile may have been seen or not: the portal is at work
      var after = rows.apply(expected);
      var missed = new TreeSet<>(before);
      missed.retainAll(after);
      seen.forEach(missed::remove);
      assertEquals(Set.of(), missed, "rows of " + path + " never seen");
      var strange = new TreeSet<>(seen);
      strange.removeAll(before);
      strange.removeAll(after);
      assertEquals(Set.of(), strange, "rows of " + path + " that do not belong there");
    }
  }

  private static String first(Visit second) {
    int pager = second.html().indexOf("class=\"pager\"");
    var matcher = FIRST.matcher(second.html());
    assertTrue(pager > 0 && matcher.find(pager), "no way back on " + second);
    return unescaped(matcher.group(1));
  }

  private static String link(Visit visit, Pattern pattern) {
    var matcher = pattern.matcher(visit.html());
    return matcher.find() ? unescaped(matcher.group(1)) : null;
  }

  private static String unescaped(String url) {
    return url.replace("&amp;", "&");
  }

  /** Each once a page, in the order of the page. */
  private static Set<String> found(String html, Pattern row) {
    var found = new java.util.LinkedHashSet<String>();
    var matcher = row.matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
