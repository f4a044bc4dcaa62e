package nl.poort25.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Pages a second of the portal's list of domains and of another application's page, in turns. */
final class PagesPerSecond {
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("portal", "http://127.0.0.1:8080/domains"),
          Map.entry("portal.text", "bakkerij-"),
          Map.entry("portal.email", "admin1@large.example"),
          Map.entry("portal.password", "laat-mij-binnen-25"),
          Map.entry("other", "http://127.0.0.1:18999/owners?lastName="),
          Map.entry("other.text", "George Franklin"),
          Map.entry("users", "32"),
          Map.entry("encoding", "gzip"),
          Map.entry("warmup", "360"),
          Map.entry("seconds", "20"),
          Map.entry("rounds", "5"));

  private PagesPerSecond() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = Options.of(arguments, DEFAULTS);
    int users = options.number("users");
    String encoding = options.text("encoding");
    var login =
        new MeasuredPage.Login(options.text("portal.email"), options.text("portal.password"));
    var guest = new MeasuredPage.Login("", "");
    try (var portal = measured("portal", options, users, encoding, login);
        var other = measured("other", options, users, encoding, guest)) {
      say("%s", portal.describe());
      say("%s", other.describe());
      print(portal, "warm-up", portal.run(options.number("warmup")));
      print(other, "warm-up", other.run(options.number("warmup")));
      double[] ratios = new double[options.number("rounds")];
      for (int round = 0; round < ratios.length; round++) {
        var ours = portal.run(options.number("seconds"));
        print(portal, "round " + (round + 1), ours);
        var theirs = other.run(options.number("seconds"));
        print(other, "round " + (round + 1), theirs);
        ratios[round] = ours.pagesPerSecond() / theirs.pagesPerSecond();
        say("          round %d: ratio %.2f", round + 1, ratios[round]);
      }
      say(
          "median ratio %.2f (%d users, %s, %d rounds of %s s)",
          median(ratios), users, encoding, ratios.length, options.text("seconds"));
    }
  }

  private static MeasuredPage measured(
      String name, Options options, int users, String encoding, MeasuredPage.Login login)
      throws IOException {
    var url = URI.create(options.text(name));
    return new MeasuredPage(name, url, options.text(name + ".text"), users, encoding, login);
  }

  private static void print(MeasuredPage measured, String turn, MeasuredPage.Result result) {
    say(
        "%-7s %s: %.0f pages/s, median %.1f ms, 95%% within %.1f ms",
        measured.name(), turn, result.pagesPerSecond(), result.median(), result.within95Percent());
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
