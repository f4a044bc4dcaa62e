package nl.poort25.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a portal for the pages that are used most, some users side by side, and prints each minute
 * what memory its process has, so that one sees whether it stays level and under its bound.
 */
final class MemoryUnderLoad {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "pid", "",
          "url", "http://127.0.0.1:8080",
          "partner", "sanne@havenkantoor.example",
          "staff", "karim@routit.example",
          "password", "laat-mij-binnen-25",
          "users", "8",
          "minutes", "60",
          "limit", "900");

  /** Where a number is to come, another one each time: the same statement costs H2 nothing. */
  private static final List<String> OF_A_PARTNER =
      List.of(
          "/",
          "/domains",
          "/domains?q=a%d",
          "/domains?sort=newest",
          "/domains?standing=mx_wrong",
          "/domains/%d",
          "/mail-services",
          "/exemptions",
          "/tickets");

  private static final List<String> OF_STAFF =
      List.of(
          "/backoffice",
          "/backoffice/domains",
          "/backoffice/domains?q=b%d",
          "/backoffice/domains/%d",
          "/backoffice/mail-services",
          "/backoffice/tickets",
          "/backoffice/exemptions",
          "/backoffice/exemptions?state=open",
          "/backoffice/log",
          "/backoffice/points");

  private static final int NUMBERS = 997;

  private MemoryUnderLoad() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = Options.of(arguments, DEFAULTS);
    long pid = Long.parseLong(options.text("pid"));
    int limit = options.number("limit");
    int minutes = options.number("minutes");
    long begun = System.nanoTime();
    long end = begun + TimeUnit.MINUTES.toNanos(minutes);
    var pages = new AtomicLong();
    for (int i = 0; i < options.number("users"); i++) {
      var user = new HttpUser(URI.create(options.text("url")), "gzip");
      boolean staff = i % 2 == 1;
      user.signIn(options.text(staff ? "staff" : "partner"), options.text("password"));
      int first = i;
      var thread =
          new Thread(() -> ask(user, staff ? OF_STAFF : OF_A_PARTNER, first, end, pages), "user");
      thread.setDaemon(true);
      thread.start();
    }
    long most = 0;
    System.out.println("minute  resident MB       pages");
    for (int minute = 1; minute <= minutes; minute++) {
      LockSupport.parkNanos(begun + TimeUnit.MINUTES.toNanos(minute) - System.nanoTime());
      long now = StartToFirstPage.residentMegabytes(pid);
      most = Math.max(most, now);
      System.out.printf(Locale.ROOT, "%6d  %11d  %10d%n", minute, now, pages.get());
    }
    System.out.printf(Locale.ROOT, "most %d MB, the limit is %d%n", most, limit);
    System.exit(most <= limit ? 0 : 1);
  }

  private static void ask(
      HttpUser user, List<String> paths, int first, long end, AtomicLong pages) {
    try (user) {
      for (int turn = first; System.nanoTime() < end; turn++) {
        var pattern = paths.get(turn % paths.size());
        var path = String.format(Locale.ROOT, pattern, 1 + turn % NUMBERS);
        int status = user.get(path).status();
        // a number may be that of a domain which is not his
        if (status != 200 && !(status == 404 && pattern.contains("domains/%d"))) {
          throw new IllegalStateException(path + ": status " + status);
        }
        pages.incrementAndGet();
      }
    } catch (IOException | IllegalStateException e) {
      e.printStackTrace();
      System.exit(2); // without this user the figures would say less than they seem to
    }
  }
}
