package nl.poort25.enforcement;

import static nl.poort25.enforcement.RelayOfTest.difference;
import static nl.poort25.enforcement.RelayOfTest.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link RelayDifferenceIT} says of some thousands of names, in seconds and for a million. */
@Tag(Trials.LONG_FORM)
class RelayDifferenceScaleIT {
  private static final int NAMES = Integer.getInteger("it.names", 1_000_000);
  @TempDir private Path folder;
  private TreeSet<String> lines = new TreeSet<>();
  private long generation;

  @Test
  void aMillionNames() throws Exception {
    for (int i = 0; i < NAMES; i++) {
      lines.add("domain %s 192.0.2.9".formatted(ManyNames.name(i)));
    }
    String name = "domain " + ManyNames.name(NAMES / 2) + " 192.0.2.9";
    var programs = new WatchedPostmap(folder.resolve("programs"));
    try (var relay = new RelayOfTest();
        var portal = new PortalOfTest();
        var agent = relay.agent(folder, portal, programs.folder())) {
      portal.offer(whole(++generation, lines));
      time("the first state", agent.start("once"));
      try (var run = agent.start("run")) {
        // it asks for all beside, as it does once a day
        time("a change meanwhile", portal, run, name, name + " 192.0.2.10");
        Eventually.holds("all were asked for", Duration.ofMinutes(10), this::isInspected);
        time("a change", portal, run, name + " 192.0.2.10", name);
        time("one less", portal, run, name, null);
        time("one more", portal, run, null, "domain nieuw.nl 192.0.2.9");
        relay.assertHolds(generation, lines);
      }
      portal.offer(
          whole(generation, lines),
          SignedState.delta(generation, generation, Set.of()).to("RELAY"));
      time("a turn with nothing new, with a start", agent.start("once"));
    }
  }

  private boolean isInspected() {
    try (var files = Files.list(folder.resolve("state"))) {
      return files.noneMatch(file -> file.getFileName().toString().startsWith("inspection."));
    } catch (IOException e) {
      return false;
    }
  }

  private void time(String what, PortalOfTest portal, AgentOfTest.Run run, String old, String now)
      throws InterruptedException {
    var before = lines;
    lines = new TreeSet<>(before);
    if (old != null) {
      lines.remove(old);
    }
    if (now != null) {
      lines.add(now);
    }
    generation++;
    var whole = whole(generation, lines);
    var difference = difference(generation, before, lines);
    portal.awaitPoll();
    long start = System.nanoTime();
    portal.offer(whole, difference);
    run.awaitLog("by a difference");
    double inForce = (System.nanoTime() - start) / 1e9;
    assertEquals("applied", portal.awaitOf(generation).outcome());
    System.out.printf(
        "%s: in force after %.1f s, told after %.1f s%n",
        what, inForce, (System.nanoTime() - start) / 1e9);
  }

  private static void time(String what, AgentOfTest.Run run) throws InterruptedException {
    long start = System.nanoTime();
    assertTrue(run.process().waitFor(20, TimeUnit.MINUTES));
    assertEquals(0, run.process().exitValue());
    System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
