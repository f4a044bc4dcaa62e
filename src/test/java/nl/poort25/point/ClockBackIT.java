package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.FakedClock;
import nl.poort25.it.OtherPortal;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real portal whose clock is set back an hour while it runs. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(900)
class ClockBackIT {
  @TempDir private static Path folder;
  private static Path clock;
  private static OtherPortal portal;
  private static PointOfTest point;

  @BeforeAll
  static void start() throws Exception {
    clock = folder.resolve("clock");
    Files.writeString(clock, "+0\n");
    portal =
        new OtherPortal(
            Map.of("poort25.db.url", "jdbc:h2:mem:clock;DB_CLOSE_DELAY=-1"),
            FakedClock.environment(
                Map.of(
                    "FAKETIME_TIMESTAMP_FILE",
                    clock.toString(),
                    "FAKETIME_CACHE_DURATION",
                    "1"))); // seconds
    point = PointOfTest.enforcingAt(portal.url(), "clock");
  }

  @AfterAll
  static void stop() {
    if (portal != null) {
      portal.close();
    }
  }

  @Test
  void longPollsEndInTimeAndHearOfChanges() throws Exception {
    String etag = point.state().headers().firstValue("ETag").orElseThrow();
    var sanne = Browser.at(portal.url(), Asking.SANNE);
    var karim = Browser.at(portal.url(), Asking.REVIEWER);
    String source = Asking.source();
    long asked = Asking.sent(sanne, Asking.thirdParty(sanne, "ZAK-0331", source, "192.0.2.99"));

    long begun = System.nanoTime();
    var poll = point.waits(etag, 10);
    Files.writeString(clock, "-3600\n"); // read within a second
    assertEquals(304, poll.get(40, TimeUnit.SECONDS).statusCode());
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertTrue(seconds > 9 && seconds < 14, "after " + seconds);
    assertTrue(isAnHourBehind(), "the portal's clock was set back");

    var second = point.waits(point.state().headers().firstValue("ETag").orElseThrow(), 60);
    assertEquals(303, Asking.approve(karim, asked, List.of()).status());
    begun = System.nanoTime();
    assertEquals(200, second.get(40, TimeUnit.SECONDS).statusCode());
    seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("approval to the point with the clock set back: %.2f s%n", seconds);
    assertTrue(seconds < 5, "after " + seconds);
    point.turn();
    assertTrue(point.holds().contains("pair " + source + " 192.0.2.99"));
  }

  /** As the page says of what the point has just done. */
  private static boolean isAnHourBehind() {
    point.turn();
    var anHourAgo = Instant.now().minusSeconds(3600);
    return Pattern.compile("datetime=\"([^\"]+)\"")
        .matcher(point.page().html())
        .results()
        .map(found -> Instant.parse(found.group(1)))
        .anyMatch(at -> Duration.between(anHourAgo, at).abs().toMinutes() < 5);
  }
}
