package nl.poort25.enforcement;

import static nl.poort25.enforcement.SignedState.delta;
import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One change takes as long on top of 100,000 openings as on top of 100. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(300)
class AgentSpeedIT {
  private static final int CHANGES = 11;
  @TempDir private Path folder;

  @Test
  void aChangeTakesNoLongerInALargeState() throws Exception {
    try (var network = new Namespaces()) {
      double few = fastest(network, 100);
      double many = fastest(network, 100_000);
      System.out.printf(
          "one change: %.1f ms on 100 openings, %.1f ms on 100,000; ratio %.2f%n",
          few, many, many / few);
      assertTrue(many / few <= 1.5, many + " ms against " + few);
    }
  }

  /**
   * Milliseconds from when the portal has a change to when it is in force: of several, the one that
   * the other work of the machine held up the least.
   */
  private double fastest(Namespaces network, int openings) throws Exception {
    Path own = Files.createDirectory(folder.resolve("" + openings));
    var state =
        Stream.concat(
                Stream.of("inside 10.0.0.0/8"),
                IntStream.range(0, openings)
                    .mapToObj(i -> "open 10.%d.%d.%d".formatted(i / 65536, i / 256 % 256, i % 256)))
            .sorted()
            .toList();
    try (var portal = new PortalOfTest();
        var agent = agent(network, own, portal);
        var run = agent.start("run")) {
      long start = System.nanoTime();
      portal.offer(whole(1, state));
      run.awaitLog("generation 1 is in force");
      double applied = millisecondsSince(start);
      portal.await("applied");
      System.out.printf(
          "%d openings: applied after %.0f ms, reported after %.0f ms%n",
          openings, applied, millisecondsSince(start));
      double[] times = new double[CHANGES];
      for (int i = 0; i < CHANGES; i++) {
        portal.awaitPoll();
        var change = delta(i + 1, i + 2, List.of((i % 2 == 0 ? "+" : "-") + "open 10.255.255.1"));
        long before = System.nanoTime();
        portal.offer(change, change);
        run.awaitLog("by a difference");
        times[i] = millisecondsSince(before);
        portal.awaitOf(i + 2);
      }
      return Arrays.stream(times).min().orElseThrow();
    }
  }

  private static AgentOfTest agent(Namespaces network, Path folder, PortalOfTest portal)
      throws IOException {
    return new AgentOfTest(
        network, folder, portal.port(), SignedState.KEYS.getPublic(), PortalOfTest.TOKEN);
  }

  private static double millisecondsSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
