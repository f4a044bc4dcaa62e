package nl.poort25.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page costs the portal in processor time, under load: all of its process, and of that the
 * threads that answer requests, the compiler and the garbage collector. Linux only. Says more than
 * pages a second where something else runs beside it.
 */
final class ProcessorTime {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "pid", "0",
          "portal", "http://127.0.0.1:8080",
          "email", "sanne@havenkantoor.example",
          "password", "laat-mij-binnen-25",
          "paths", "/domains",
          "users", "32",
          "encoding", "gzip",
          "warmup", "120",
          "seconds", "10",
          "rounds", "3");

  /** Of a clock tick of Linux, which has 100 a second for every program. */
  private static final double MILLIS_PER_TICK = 10;

  private ProcessorTime() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = Options.of(arguments, DEFAULTS);
    var login = new MeasuredPage.Login(options.text("email"), options.text("password"));
    String[] paths = options.text("paths").split(",");
    var pages = new MeasuredPage[paths.length];
    for (int i = 0; i < paths.length; i++) {
      var url = URI.create(options.text("portal") + paths[i]);
      pages[i] =
          new MeasuredPage(
              paths[i], url, "</main>", options.number("users"), options.text("encoding"), login);
      say("%s", pages[i].describe());
      pages[i].run(options.number("warmup"));
    }
    for (int round = 0; round < options.number("rounds"); round++) {
      for (var page : pages) {
        measure(page, options);
      }
    }
    for (var page : pages) {
      page.close();
    }
  }

  private static void measure(MeasuredPage page, Options options)
      throws IOException, InterruptedException {
    var tasks = Path.of("/proc", options.text("pid"), "task");
    var before = ticks(tasks);
    var result = page.run(options.number("seconds"));
    var spent = ticks(tasks);
    double count = result.pagesPerSecond() * options.number("seconds");
    double all = 0;
    var words = new StringBuilder();
    for (var group : spent.entrySet()) {
      double millis =
          (group.getValue() - before.getOrDefault(group.getKey(), 0L)) * MILLIS_PER_TICK / count;
      all += millis;
      words.append(String.format(Locale.ROOT, ", %s %.3f", group.getKey(), millis));
    }
    say(
        "%s: %.3f ms of processor%s; %.0f pages/s, p50 %.1f ms, p99 %.1f ms",
        page.name(),
        all,
        words,
        result.pagesPerSecond(),
        result.median(),
        result.within99Percent());
  }

  /** By what the threads are for. */
  private static Map<String, Long> ticks(Path tasks) throws IOException {
    var ticks = new TreeMap<String, Long>();
    try (var threads = Files.list(tasks)) {
      for (Path thread : (Iterable<Path>) threads::iterator) {
        try {
          String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
          String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
          // user and system time, counted from what follows the name
          String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
          ticks.merge(
              purpose(name), Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
        } catch (NoSuchFileException e) {
          // it has ended meanwhile
        }
      }
    }
    return ticks;
  }

  private static String purpose(String thread) {
    if (thread.startsWith("http-thread")) {
      return "requests";
    }
    if (thread.contains("Compiler")) {
      return "compiler";
    }
    return thread.startsWith("VM Thread") || thread.startsWith("GC") ? "collector" : "other";
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
