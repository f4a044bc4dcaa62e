package nl.poort25.exemption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.poort25.it.Mutations;
import nl.poort25.it.Trials;
import nl.poort25.takeover.OpeningFile;
import org.junit.jupiter.api.Test;

/** Whatever a file of openings holds, each fault is told with its line, and soon. */
class OpeningFuzzTest {
  private static final int INPUTS = Trials.of(20_000);
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String FILE =
      """
      address;source;connection;kind;since;host
      192.0.2.66;203.0.113.0/28;ZAK-1017;third party;2019-05-31;Mailfilter BV
      198.51.100.33;;COLO-0031;colocation;2020-01-01;mx.polder.example
      2001:db8:25:500::25;;ZAK-0518;own mail service;31-05-2019;
      """;

  @Test
  void nothingIsEverThrown() {
    var mutations = new Mutations(25);
    int good = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = new String(mutations.of(List.of(FILE.getBytes(UTF_8))), UTF_8);
      var faults = assertTimeout(Duration.ofSeconds(2), () -> OpeningFile.read(text, NOW).faults());
      good += faults.isEmpty() ? 1 : 0;
      assertTrue(
          faults.stream().noneMatch(f -> f.what().key().equals("network.upload.unreadable")),
          () -> "a reader failed without saying why: " + faults);
    }
    assertTrue(good > 0, "no file was good");
  }
}
