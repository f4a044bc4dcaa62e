package nl.poort25.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a portal by the given command again and again, one after the other, and measures each time
 * until its first page is there: seconds on the wall, seconds of processor, resident memory.
 */
final class StartToFirstPage {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "times", "5",
          "url", "http://127.0.0.1:8080/login",
          "log", "target/start-to-first-page.log");
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

  private record Start(double wall, double processor, long residentMegabytes) {}

  private StartToFirstPage() {}

  /**
   * @param arguments name=value, of the defaults above; then {@code --} and the command
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int border = Arrays.asList(arguments).indexOf("--");
    if (border < 0 || border == arguments.length - 1) {
      throw new IllegalArgumentException("give name=value … -- java … -jar portal.jar …");
    }
    var options = Options.of(Arrays.copyOf(arguments, border), DEFAULTS);
    var command = Arrays.asList(arguments).subList(border + 1, arguments.length);
    var starts = new ArrayList<Start>();
    System.out.println("run    wall s  processor s  resident MB");
    for (int run = 1; run <= options.number("times"); run++) {
      var start = start(command, options);
      starts.add(start);
      print("" + run, start);
    }
    print(
        "median",
        new Start(
            median(starts.stream().map(Start::wall).toList()),
            median(starts.stream().map(Start::processor).toList()),
            (long) median(starts.stream().map(Start::residentMegabytes).toList())));
  }

  private static Start start(List<String> command, Options options)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of(options.text("log")).toFile())
            .start();
    try {
      while (!isThere(options.text("url"))) {
        if (!process.isAlive() || System.nanoTime() - begun > LONGEST.toNanos()) {
          throw new IllegalStateException("no page: see " + options.text("log"));
        }
        LockSupport.parkNanos(LOOK_AGAIN);
      }
      double wall = (System.nanoTime() - begun) / 1e9;
      double processor = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
      return new Start(wall, processor, residentMegabytes(process.pid()));
    } finally {
      process.destroy();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static boolean isThere(String url) {
    try {
      var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setReadTimeout((int) LONGEST.toMillis());
      return connection.getResponseCode() == 200
          && connection.getInputStream().readAllBytes().length > 0;
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  /** What the process has of the memory now, by Linux. */
  static long residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static double median(List<? extends Number> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void print(String run, Start start) {
    System.out.printf(
        Locale.ROOT,
        "%-6s %6.1f  %11.1f  %11d%n",
        run,
        start.wall(),
        start.processor(),
        start.residentMegabytes());
  }
}
