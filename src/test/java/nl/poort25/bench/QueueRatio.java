package nl.poort25.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks two portals for the same lists of tickets and exemptions, and for the homes, in turns, one
 * of which has a hundred times as many, and compares the medians. One user: what is measured is the
 * work for one page.
 */
final class QueueRatio {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "small", "http://127.0.0.1:8080",
          "large", "http://127.0.0.1:8081",
          "staff", "karim@routit.example",
          "partner", "sanne@havenkantoor.example",
          "password", "laat-mij-binnen-25",
          "rounds", "300",
          "limit", "1.5");
  private static final List<String> STAFF =
      List.of(
          "/backoffice/tickets",
          "/backoffice/tickets?view=mine",
          "/backoffice/tickets?view=unassigned",
          "/backoffice/tickets?view=late",
          "/backoffice/tickets?view=waiting",
          "/backoffice/tickets?view=unanswered",
          "/backoffice/tickets?view=closed",
          "/backoffice/tickets?matter=abuse",
          "/backoffice/tickets?partner=1",
          "/backoffice/exemptions",
          "/backoffice/exemptions?state=submitted",
          "/backoffice/exemptions?state=open",
          "/backoffice/exemptions?state=suspended",
          "/backoffice/exemptions?task=to_open",
          "/backoffice/exemptions?task=to_close",
          "/backoffice/exemptions?kind=colocation",
          "/backoffice/exemptions?q=10.0.2.5",
          "/backoffice");
  private static final List<String> PARTNER =
      List.of("/tickets", "/tickets?state=closed", "/exemptions", "/exemptions?state=open", "/");

  private QueueRatio() {}

  public static void main(String[] arguments) throws Exception {
    var options = Options.of(arguments, DEFAULTS);
    double worst = 0;
    try (var staffSmall = user(options, "small", "staff");
        var staffLarge = user(options, "large", "staff");
        var small = user(options, "small", "partner");
        var large = user(options, "large", "partner")) {
      int rounds = options.number("rounds");
      for (String path : STAFF) {
        worst = Math.max(worst, compare(path, staffSmall, staffLarge, rounds));
      }
      for (String path : PARTNER) {
        worst = Math.max(worst, compare(path, small, large, rounds));
      }
    }
    System.out.printf(Locale.ROOT, "worst ratio %.2f%n", worst);
    if (worst > Double.parseDouble(options.text("limit"))) {
      System.exit(1);
    }
  }

  private static HttpUser user(Options options, String portal, String who) throws Exception {
    var user = new HttpUser(URI.create(options.text(portal)), "gzip");
    user.signIn(options.text(who), options.text("password"));
    return user;
  }

  private static double compare(String path, HttpUser small, HttpUser large, int rounds)
      throws Exception {
    var times = List.of(new ArrayList<Long>(), new ArrayList<Long>());
    for (int round = 0; round < 2 * rounds; round++) {
      long ofSmall = ask(small, path);
      long ofLarge = ask(large, path);
      if (round >= rounds) { // the first half warms up
        times.get(0).add(ofSmall);
        times.get(1).add(ofLarge);
      }
    }
    double fewer = median(times.get(0));
    double more = median(times.get(1));
    System.out.printf(
        Locale.ROOT, "%-40s %6.2f ms %6.2f ms  ratio %.2f%n", path, fewer, more, more / fewer);
    return more / fewer;
  }

  private static long ask(HttpUser user, String path) throws Exception {
    long begin = System.nanoTime();
    var answer = user.get(path);
    if (answer.status() != 200 || !answer.text().stripTrailing().endsWith("</html>")) {
      throw new IllegalStateException(path + ": status " + answer.status());
    }
    return System.nanoTime() - begin;
  }

  private static double median(List<Long> nanos) {
    nanos.sort(null);
    return nanos.get(nanos.size() / 2) / 1e6;
  }
}
