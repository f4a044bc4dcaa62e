package nl.poort25.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.SmallDisk;
import nl.poort25.it.Trials;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A portal with the embedded database on a disk that gets full, and has room again. */
@Tag(Trials.ON_ONE_DATABASE)
class FullDiskIT {
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final String TOKEN = "token-of-this-test";
  private static final int MOST = 200;
  private static final long SECONDS_TO_RECOVER = 30;

  private static boolean saysSo(Visit visit, String sentence) {
    return visit.status() == 503
        && visit.says(sentence)
        && visit.header("Retry-After") != null
        && visit.header("Content-Security-Policy") != null;
  }

  @Test
  void saysSoAndGoesOnByItselfWithAllThatWasAnswered() throws Exception {
    try (var disk = new SmallDisk(96);
        var portal =
            new OtherPortal(
                Map.of(
                    "poort25.db.url",
                    "jdbc:h2:file:" + disk.folder().resolve("portal"),
                    "poort25.monitoring.token",
                    TOKEN))) {
      var sanne = Browser.at(portal.url(), SANNE);
      String sheet = sanne.get("/").find("href=\"(/static/[^\"]*css[^\"]*)\"").orElseThrow();
      assertEquals(200, health(portal, "ready"));
      var answered = new ArrayList<String>();
      disk.fill();
      Visit refused = null;
      for (int i = 0; i < MOST && refused == null; i++) {
        var visit = sanne.post("/customers", "name", "Klant op schijf " + i);
        if (visit.status() == 303) {
          answered.add("Klant op schijf " + i);
        } else {
          refused = visit;
        }
      }
      assertTrue(saysSo(refused, "niet bij zijn gegevens"), "" + refused);
      assertTrue(saysSo(sanne.get("/customers"), "niet bij zijn gegevens"));
      assertTrue(saysSo(sanne.inEnglish().get("/domains"), "cannot reach its data"));
      assertEquals(200, sanne.get(sheet).status());
      assertEquals(503, health(portal, "ready"));
      assertEquals(200, health(portal, "live"));

      disk.free();
      long freed = System.nanoTime();
      Eventually.holds("the portal recovers", () -> sanne.get("/customers").status() == 200);
      assertTrue((System.nanoTime() - freed) / 1_000_000_000L <= SECONDS_TO_RECOVER);
      for (String name : answered) {
        assertTrue(sanne.get("/customers?q=" + name.replace(" ", "+")).says(name), name);
      }
      assertEquals(303, sanne.post("/customers", "name", "Klant daarna").status());
      Eventually.holds("it is ready again", () -> health(portal, "ready") == 200);
      try (var files = Files.list(disk.folder())) {
        assertFalse(files.anyMatch(file -> file.toString().contains("trace")));
      }
      assertFewLines(portal.log());
    }
  }

  /** Each kind once a minute, and this took less than two. */
  private static void assertFewLines(List<String> log) {
    long faults = log.stream().filter(line -> line.contains("fault ")).count();
    assertTrue(faults >= 1 && faults <= 4, faults + " faults");
    long stacks = log.stream().filter(line -> line.contains("No space left on device")).count();
    assertTrue(stacks < 40, stacks + " lines of the full disk");
  }

  private static int health(OtherPortal portal, String of) {
    return Browser.status(portal.url() + "/health/" + of, TOKEN);
  }
}
