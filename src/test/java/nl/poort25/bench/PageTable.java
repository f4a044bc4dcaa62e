package nl.poort25.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.poort25.it.ListUrls;

/**
 * Compares two portals, of which one has a thousand times as many domains, page by page: the
 * medians of one user and their ratio. A page passes that is at most so many times as slow, or fast
 * enough by itself.
 */
final class PageTable {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "small", "http://127.0.0.1:8080",
          "large", "http://127.0.0.1:8081",
          "staff", "administrator@large.example",
          "partner", "admin1@large.example",
          "password", LargeProvider.PASSWORD,
          "warmup", "20",
          "rounds", "20",
          "ratio", "1.3",
          "millis", "30");

  private final Options options;
  private int failed;

  private PageTable(Options options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException {
    var table = new PageTable(Options.of(arguments, DEFAULTS));
    System.out.printf("%-70s %9s %9s %6s %9s%n", "page", "small", "large", "ratio", "bytes");
    var staff = new LinkedHashSet<>(Set.of("/backoffice"));
    staff.addAll(ListUrls.single(ListUrls.ofStaff()));
    table.compare("staff", staff);
    var partner = new LinkedHashSet<>(Set.of("/"));
    partner.addAll(ListUrls.single(ListUrls.ofPartner()));
    table.compare("partner", partner);
    System.out.printf("%d pages are too slow%n", table.failed);
    if (table.failed > 0) {
      System.exit(1);
    }
  }

  private void compare(String who, Set<String> paths) throws IOException {
    try (var small = user("small", who);
        var large = user("large", who)) {
      for (String path : paths) {
        compare(path, small, large);
      }
    }
  }

  private HttpUser user(String portal, String who) throws IOException {
    var user = new HttpUser(URI.create(options.text(portal)), "gzip");
    user.signIn(options.text(who), options.text("password"));
    return user;
  }

  private void compare(String path, HttpUser small, HttpUser large) throws IOException {
    var fewer = new ArrayList<Long>();
    var more = new ArrayList<Long>();
    int warmup = options.number("warmup");
    for (int round = 0; round < warmup + options.number("rounds"); round++) {
      long ofSmall = ask(small, path);
      long ofLarge = ask(large, path);
      if (round >= warmup) {
        fewer.add(ofSmall);
        more.add(ofLarge);
      }
    }
    double of = median(fewer);
    double to = median(more);
    boolean passes =
        to / of <= Double.parseDouble(options.text("ratio"))
            || to <= Double.parseDouble(options.text("millis"));
    failed += passes ? 0 : 1;
    System.out.printf(
        Locale.ROOT,
        "%-70s %6.2f ms %6.2f ms %6.2f %9d%s%n",
        path,
        of,
        to,
        to / of,
        large.get(path).wireBytes(),
        passes ? "" : "  too slow");
  }

  private static long ask(HttpUser user, String path) throws IOException {
    long begun = System.nanoTime();
    var answer = user.get(path);
    // search leads on where it finds one thing
    boolean leadsOn = answer.status() == 303 && path.contains("/search");
    // the log answers 422, with its page, to a name that nobody has
    boolean isPage = answer.status() == 200 || (answer.status() == 422 && path.contains("/log?"));
    if (!leadsOn && !(isPage && answer.text().contains("</main>"))) {
      throw new IllegalStateException(path + ": status " + answer.status());
    }
    return System.nanoTime() - begun;
  }

  private static double median(List<Long> nanos) {
    nanos.sort(null);
    return nanos.get(nanos.size() / 2) / 1e6;
  }
}
