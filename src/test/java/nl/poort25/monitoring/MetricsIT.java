package nl.poort25.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.Test;

/** What a Prometheus server gets. */
class MetricsIT {
  private static final String TOKEN = "Bearer token-of-the-tests";

  /** A line of Prometheus' text form: a name, labels, and a number. */
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(\\{.*\\})? (NaN|[-+]?[0-9.]+(?:E[-+]?[0-9]+)?)");

  private static Map<String, Double> scrape() {
    var answer =
        Browser.guest().send(Browser.request("/metrics").header("Authorization", TOKEN).GET());
    assertEquals(200, answer.status());
    var samples = new TreeMap<String, Double>();
    answer
        .html()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              var sample = SAMPLE.matcher(line);
              assertTrue(sample.matches(), line);
              String labels = sample.group(2) == null ? "" : sample.group(2);
              samples.put(
                  sample.group(1) + labels.replaceAll(",?mp_scope=\"application\",?", ""),
                  Double.valueOf(sample.group(3)));
            });
    return samples;
  }

  @Test
  void everyFigureIsThere() {
    var samples = scrape();
    Arrays.stream(Figure.values())
        .map(figure -> figure.metric() + "{}")
        .forEach(name -> assertTrue(samples.getOrDefault(name, -1d) >= 0, name));
    assertTrue(samples.containsKey("poort25_alarms{kind=\"drift\"}"), samples.toString());
    assertEquals(0, samples.get("poort25_rounds_late{round=\"enforcement\"}"));
    assertTrue(samples.containsKey("poort25_pool_used{}"), samples.toString());
  }

  @Test
  void pagesAreCountedByTheirKind() {
    String page = "poort25_requests_total{page=\"/policy\",status=\"2xx\"}";
    double before = scrape().getOrDefault(page, 0d);
    var sanne = Browser.of("sanne@havenkantoor.example");
    assertEquals(200, sanne.get("/policy").status());
    assertEquals(404, sanne.get("/domains/999999999").status());
    var after = scrape();
    assertTrue(after.get(page) > before, after.toString());
    assertTrue(
        after.get("poort25_requests_total{page=\"/domains/{id}\",status=\"4xx\"}") >= 1,
        after.toString());
  }

  @Test
  void withoutTheTokenItIsNotThere() {
    assertEquals(404, Browser.guest().get("/metrics").status());
  }
}
