package nl.poort25.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.DOTALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * @param isFilter whether what the path asks for is a filter that the list knows
 */
record Walk(String path, String row, String expected, boolean isFilter) {
  /** More pages than any of the lists has here. */
  static final int MOST_PAGES = 200;

  /** What the portal writes meanwhile stands on their first pages. */
  private static final String LOGS = "/backoffice/(log|security)";

  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
  private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]+)\"");
  private static final Pattern FIELD = Pattern.compile("<input[^>]*>|<select.*?</select>", DOTALL);
  private static final Pattern CHOSEN = Pattern.compile("<option[^>]* selected[^>]*>");
  private static final Pattern FIRST = Pattern.compile("class=\"btn\" href=\"([^\"]+)\"");

  Walk(String path, String row, String expected) {
    this(path, row, expected, true);
  }

  /** Looks at how its pages lead on, and not at what is on them. */
  static Walk ofLinks(String path) {
    return new Walk(path, "(?!)()", null);
  }

  /**
   * @param rows what a query finds
   * @param furthest page that is looked at
   * @return how many pages it has, as far as it was looked at
   */
  int by(Browser reader, Function<String, Set<String>> rows, int furthest) {
    var before = expected == null ? null : rows.apply(expected);
    var seen = new ArrayList<String>();
    String page = path;
    int pages = 0;
    for (int i = 1; page != null && i <= furthest; i++) {
      pages = i;
      var visit = reader.get(page);
      assertEquals(200, visit.status(), page + ", page " + i + " of " + path + ": " + visit);
      seen.addAll(found(visit.html(), Pattern.compile(row)));
      if (i == 2) {
        keepsTheFilter(link(visit, PREVIOUS), "previous");
        leadsBack(reader, page);
      }
      page = link(visit, NEXT);
      if (i <= 2) {
        formKeepsTheFilter(visit);
        keepsTheFilter(page, "next");
      }
      if (i == 2) {
        keepsTheFilter(first(visit), "back to the start");
        assertEquals(200, reader.get(first(visit)).status(), "back to the first page of " + path);
      }
    }
    assertTrue(page == null || furthest < MOST_PAGES, path + " has no end");
    assertEquals(new TreeSet<>(seen).size(), seen.size(), "rows of " + path + " seen twice");
    if (before != null) {
      // what came or went meanwhile may have been seen or not: the portal is at work
      var after = rows.apply(expected);
      var missed = new TreeSet<>(before);
      missed.retainAll(after);
      assertTrue(
          seen.size() > 0 || missed.isEmpty() || list().matches(LOGS),
          "rows of " + path + " are not recognised");
      seen.forEach(missed::remove);
      if (page == null) {
        assertEquals(Set.of(), missed, "rows of " + path + " never seen");
      }
      var strange = new TreeSet<>(seen);
      strange.removeAll(before);
      strange.removeAll(after);
      assertEquals(Set.of(), strange, "rows of " + path + " that do not belong there");
    }
    return pages;
  }

  /** From the page before one can go on to this one; again where a row came or went meanwhile. */
  private void leadsBack(Browser reader, String page) {
    Eventually.holds(
        "the page before " + page + " goes on to it",
        () -> {
          var here = reader.get(page);
          var previous = reader.get(link(here, PREVIOUS));
          var again = reader.get(link(previous, NEXT));
          return rows(again).equals(rows(here))
              && (rows(here).isEmpty() || !rows(previous).equals(rows(here)));
        });
  }

  private Set<String> rows(Visit visit) {
    return found(visit.html(), Pattern.compile(row));
  }

  /** Whether nothing narrows the list. */
  boolean isOfAll() {
    return !path.contains("?");
  }

  /** By name; what the path asks for. */
  private Map<String, String> filter() {
    return isFilter ? parameters(path) : Map.of();
  }

  /** What it goes through by, each with its list. */
  Set<String> filters() {
    var names = new TreeSet<String>();
    filter().keySet().forEach(name -> names.add(list().replaceAll("/\\d+", "/{id}") + " " + name));
    return names;
  }

  private String list() {
    return path.replaceFirst("\\?.*", "");
  }

  private static Map<String, String> parameters(String url) {
    var all = new TreeMap<String, String>();
    if (url.contains("?")) {
      for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
        String[] parts = pair.split("=", 2);
        all.put(parts[0], URLDecoder.decode(parts[1], UTF_8).toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }

  /** Whoever goes on in a list stays in what he has chosen. */
  private void keepsTheFilter(String link, String which) {
    if (link != null) {
      var kept = parameters(link);
      kept.keySet().retainAll(filter().keySet());
      assertEquals(filter(), kept, "of " + path + ", " + which + ": " + link);
    }
  }

  /** The form that narrows it further sends along what it does not ask for. */
  private void formKeepsTheFilter(Visit visit) {
    var form =
        Pattern.compile(
                "<form method=\"get\"[^>]* action=\"" + Pattern.quote(list()) + "\".*?</form>",
                DOTALL)
            .matcher(visit.html());
    if (form.find()) {
      var sent = new TreeMap<String, String>();
      FIELD
          .matcher(form.group())
          .results()
          .forEach(field -> sent.put(attribute(field.group(), "name"), value(field.group())));
      sent.keySet().retainAll(filter().keySet());
      // the partner by his name
      var wanted = new TreeMap<>(filter());
      wanted.computeIfPresent("partner", (name, id) -> sent.getOrDefault(name, ""));
      assertNotEquals("", wanted.get("partner"), "the form of " + path + " sends no partner");
      assertEquals(wanted, sent, "the form of " + path + " sends");
    }
  }

  private static String value(String field) {
    var chosen = CHOSEN.matcher(field);
    boolean list = field.startsWith("<select");
    return (list
            ? chosen.find() ? attribute(chosen.group(), "value") : ""
            : attribute(field, "value"))
        .toLowerCase(Locale.ROOT);
  }

  private static String attribute(String tag, String name) {
    var matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find() ? unescaped(matcher.group(1)) : "";
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
    // however the template folds its lines
    var matcher = row.matcher(html.replaceAll(">\\s+<", "><"));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
