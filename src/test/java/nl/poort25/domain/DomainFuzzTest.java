package nl.poort25.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import nl.poort25.it.Mutations;
import nl.poort25.it.Trials;
import nl.poort25.takeover.DomainFile;
import org.junit.jupiter.api.Test;

/** Whatever a file of domains holds, each fault is told with its line, and soon. */
class DomainFuzzTest {
  private static final int INPUTS = Trials.of(20_000);
  private static final String FILE =
      """
      name;partner;customer;dns;service;intake;destination;local-part
      polder.example;Polder Networks;;yes;;;;
      bücher.example;Polder Networks;Waterschap;no;Mail pop3 box;;;info
      zeil.example;Polder Networks;;no;Mail SMTP;;mx.zeil.example;
      """;

  @Test
  void nothingIsEverThrown() {
    var mutations = new Mutations(25);
    int good = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = new String(mutations.of(List.of(FILE.getBytes(UTF_8))), UTF_8);
      var faults = assertTimeout(Duration.ofSeconds(2), () -> DomainFile.read(text).faults());
      good += faults.isEmpty() ? 1 : 0;
      assertTrue(
          faults.stream().noneMatch(f -> f.what().key().equals("network.upload.unreadable")),
          () -> "a reader failed without saying why: " + faults);
    }
    assertTrue(good > 0, "no file was good");
  }
}
