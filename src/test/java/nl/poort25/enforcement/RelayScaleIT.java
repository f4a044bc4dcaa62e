package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import nl.poort25.it.Trials;
import nl.poort25.state.EnforcementTarget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link RelayScaleTest} says of 20,000 names, in seconds and for a million. */
@Tag(Trials.LONG_FORM)
class RelayScaleIT {
  @TempDir private Path folder;

  @Test
  void aMillionNames() {
    try (var world = RelayWorld.in(folder)) {
      time("made", () -> ManyNames.make(world, 1_000_000));
      time("first state", () -> assertEquals(1, world.round().size()));
      for (int i = 0; i < 3; i++) {
        time("idle round", () -> assertEquals(List.of(), world.round()));
        String name = ManyNames.name(500_000 + i);
        world.sql("update registration set proof = null where held_name = '" + name + "'");
        assertTrue(time("one name", () -> assertEquals(1, world.round().size())) < 5000);
        world.sql(
            "update relay_destination set addresses = '192.0.2."
                + i
                + "' where destination = 'mail-77.nl'");
        assertTrue(time("one destination", () -> assertEquals(1, world.round().size())) < 5000);
        long last = world.last().orElseThrow().getNumber();
        time(
            "difference",
            () ->
                world.with(
                    StateSteps.class,
                    steps -> steps.between(EnforcementTarget.RELAY, last - 1, last)));
      }
      time("comparison", () -> assertEquals(0, world.compareAll()));
    }
  }

  /** Milliseconds of processor. */
  private static double time(String what, Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    work.run();
    double ms = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
    System.out.printf(
        "%s: %.0f ms of processor, %.0f ms%n", what, ms, (System.nanoTime() - start) / 1e6);
    return ms;
  }
}
