package nl.poort25.it;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What somebody's pages lead to, links and forms, each shape of query once. */
final class Crawl {
  /** Pages asked for; the demo world has fewer for anybody. */
  private static final int MOST = 600;

  /** Of one shape, such as /tickets/7: the seventh ticket has no other links than the fifth. */
  private static final int MOST_OF_A_SHAPE = 5;

  private static final Pattern LINK =
      Pattern.compile("(?:href|action|hx-get|hx-post)=\"(/[^\"#]*)");

  private final Set<String> paths = new TreeSet<>();
  private final Map<String, Visit> answers = new TreeMap<>();

  private Crawl() {}

  static Crawl of(Browser who, String... starts) {
    return of(who, MOST, List.of(starts));
  }

  /**
   * @param most pages asked for
   * @param starts each of them is asked for, whatever its shape
   */
  static Crawl of(Browser who, int most, List<String> starts) {
    var crawl = new Crawl();
    var waiting = new ArrayDeque<String>();
    var shapes = new HashMap<String, Integer>();
    waiting.addAll(starts);
    for (int pages = 0; pages < most && !waiting.isEmpty(); ) {
      String next = waiting.remove();
      if (next.startsWith("/static/")
          || next.startsWith("/webjars/")
          || crawl.answers.containsKey(next)
          || (!isNew(shapes, next) && !starts.contains(next))) {
        continue;
      }
      pages++;
      var visit = who.get(next);
      crawl.answers.put(next, visit);
      var links = LINK.matcher(visit.html());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        crawl.paths.add(link.replaceFirst("\\?.*", ""));
        waiting.add(link);
      }
    }
    return crawl;
  }

  private static boolean isNew(Map<String, Integer> shapes, String link) {
    String shape = link.replaceAll("\\d+", "0").replaceAll("=[^&]*", "=");
    return shapes.merge(shape, 1, Integer::sum) <= (link.contains("?") ? 1 : MOST_OF_A_SHAPE)
        && shapes.merge("=" + link, 1, Integer::sum) == 1;
  }

  /** What was asked for, with its query, and what came. */
  Map<String, Visit> answers() {
    return answers;
  }

  /** Without their queries. */
  Set<String> paths() {
    return paths;
  }
}
