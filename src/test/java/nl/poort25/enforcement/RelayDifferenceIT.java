package nl.poort25.enforcement;

import static nl.poort25.enforcement.RelayOfTest.difference;
import static nl.poort25.enforcement.RelayOfTest.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import nl.poort25.state.Postfix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of few names puts their rows, and asks for no others; {@link RelayDifferenceScaleIT}
 * says in seconds what that is of a million.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(300)
class RelayDifferenceIT {
  private static final int NAMES = 1000;
  private static final int CHANGES = Trials.of(90);
  private static final int KILLS = Trials.of(60);
  private static RelayOfTest relay;
  @TempDir private Path folder;
  private final ChangingNames names = new ChangingNames(NAMES);
  private long generation;
  private PortalOfTest portal;
  private WatchedPostmap postmap;
  private AgentOfTest agent;

  @BeforeAll
  static void relay() throws IOException {
    relay = new RelayOfTest();
  }

  @AfterAll
  static void noRelay() throws IOException {
    relay.close();
  }

  @BeforeEach
  void start() throws Exception {
    portal = new PortalOfTest();
    postmap = new WatchedPostmap(folder.resolve("programs"));
    agent = relay.agent(folder, portal, postmap.folder());
    portal.offer(whole(++generation, names.lines()));
    agent.ends(0);
    assertTrue(postmap.asked().size() > 3 * NAMES, "all were asked for");
    agent.ends(0);
    postmap.asked();
    portal.await("kept");
  }

  @AfterEach
  void stop() {
    agent.close();
    portal.close();
  }

  /** The lines from now on, which the portal has both as a whole and as a difference. */
  private SortedSet<String> offer(Runnable change) {
    var before = names.lines();
    change.run();
    var after = names.lines();
    generation++;
    portal.offer(whole(generation, after), difference(generation, before, after));
    return after;
  }

  private boolean saysByDifference() {
    return agent.said().stream().anyMatch(line -> line.contains("by a difference"));
  }

  private void assertReadBack(SortedSet<String> lines) throws IOException {
    relay.assertHolds(generation, lines);
    // one that goes on has none of it while it asks anew
    Eventually.holds("read back", () -> ChangingNames.text(lines).equals(readBack()));
  }

  private String readBack() {
    try {
      return Files.readString(folder.resolve("state/seen")).split("\n", 2)[1];
    } catch (IOException e) {
      return null;
    }
  }

  @Test
  void whatItMakesIsRowForRowWhatTheWholeWouldBe() throws Exception {
    for (int i = 0; i < CHANGES; i++) {
      var lines = offer(names::change);
      agent.ends(0);
      assertEquals("applied", portal.awaitOf(generation).outcome());
      assertTrue(saysByDifference(), agent.said()::toString);
      assertReadBack(lines);
      int asked = postmap.asked().size();
      assertTrue(asked < 200, asked + " keys of some names");
      agent.ends(0);
      assertEquals("kept", portal.awaitOf(generation).outcome());
      assertEquals(0, postmap.asked().size());
    }
  }

  /** Nothing tells of the tables what they do not hold. */
  @Test
  void aFolderMadeByDifferenceHasNoTexts() throws Exception {
    assertTrue(Files.exists(relay.link().resolve(Postfix.TRANSPORT)));
    offer(names::change);
    agent.ends(0);
    assertTrue(Files.exists(relay.link().resolve(Postfix.TRANSPORT + ".lmdb")));
    assertFalse(Files.exists(relay.link().resolve(Postfix.TRANSPORT)));
  }

  @Test
  void whatConcernsAllNamesIsWrittenAsAWhole() throws Exception {
    assertWhole(() -> names.set("store", "192.0.2.10"));
    assertWhole(() -> names.set("postmaster", "ander@klant.nl"));
    assertWhole(() -> IntStream.range(0, 300).forEach(i -> names.change()));
    var lines = offer(names::change);
    agent.ends(0);
    assertTrue(saysByDifference(), agent.said()::toString);
    assertReadBack(lines);
  }

  private void assertWhole(Runnable change) throws Exception {
    var lines = offer(change);
    agent.ends(0);
    assertFalse(saysByDifference());
    assertReadBack(lines);
  }

  /** A difference that breaks no line, but the state. */
  @Test
  void aNameThatIsThereAlreadyIsRefused() throws Exception {
    var before = names.lines();
    var after = new TreeSet<>(before);
    after.add("domain k00001.nl 192.0.2.77");
    portal.offer(whole(generation + 1, after), difference(generation + 1, before, after));
    agent.ends(3);
    assertTrue(portal.await("refused").message().contains("k00001.nl twice"));
    assertReadBack(before);
  }

  @Test
  void whatOthersTouchedIsToldAndWrittenAnew() throws Exception {
    try (var run = agent.start("run")) {
      portal.awaitPoll();
      Path table = relay.link().resolve(Postfix.RELAY_DOMAINS);
      Files.writeString(table, Files.readString(table) + "vreemd.nl OK\n");
      relay.postfix().index(table);
      var lines = offer(names::change);
      run.awaitLog("is not what was applied");
      var drifted = portal.await("drifted");
      assertTrue(drifted.readback().contains("!relay_domains vreemd.nl OK\n"));
      portal.awaitOf(generation);
      Eventually.holds("written anew", () -> Files.exists(relay.link().resolve("transport")));
      assertReadBack(lines);
    }
  }

  @Test
  void aFullDiskLeavesTheOldTablesInForce() throws Exception {
    var before = names.lines();
    var lines = offer(names::change);
    postmap.full(true);
    agent.ends(4);
    relay.assertHolds(generation - 1, before);
    postmap.full(false);
    agent.ends(0);
    assertReadBack(lines);
  }

  @Test
  void aKilledAgentLeavesTheOldTablesOrTheNewAndTheNextOneEndsRight() throws Exception {
    var before = offer(names::change);
    long start = System.nanoTime();
    agent.ends(0);
    long turn = System.nanoTime() - start;
    var random = new Random(25);
    int changed = 0;
    for (int i = 0; i < KILLS; i++) {
      var old = RealPostfix.rows(RelayOfTest.written(generation, before));
      before = offer(names::change);
      var now = RealPostfix.rows(RelayOfTest.written(generation, before));
      var run = agent.start("once");
      // the moment is what is tried out here
      boolean ended =
          run.process().waitFor((long) (random.nextDouble() * turn), TimeUnit.NANOSECONDS);
      run.kill();
      var left = relay.postfix().rows();
      assertTrue(left.equals(old) || left.equals(now), i + ", ended: " + ended);
      changed += left.equals(now) && !ended ? 1 : 0;
      agent.ends(0);
      assertReadBack(before);
    }
    System.out.printf("killed %d times, %d of them after the change%n", KILLS, changed);
  }

  @Test
  void onceADayAllAreAskedFor() throws Exception {
    Files.writeString(folder.resolve("state/inspected"), "1\n");
    agent.ends(0);
    assertEquals("kept", portal.awaitOf(generation).outcome());
    assertTrue(postmap.asked().size() > 3 * NAMES);
    agent.ends(0);
    assertEquals(0, postmap.asked().size());
  }

  @Test
  void aChangeDoesNotWaitForThat() throws Exception {
    postmap.hold();
    try (var run = agent.start("run")) {
      Eventually.holds("it asks for all", this::hasInspection);
      var lines = offer(names::change);
      run.awaitLog("by a difference");
      portal.await("applied");
      assertReadBack(lines);
      assertTrue(hasInspection());
      postmap.letGo();
      Eventually.holds("it has ended", () -> !hasInspection());
      portal.await("kept");
      assertTrue(postmap.asked().size() > 3 * NAMES);
      assertReadBack(lines);
    }
  }

  private boolean hasInspection() {
    try (var files = Files.list(folder.resolve("state"))) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("inspection."));
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void whatItFindsOtherwiseIsAskedForAgain() throws Exception {
    postmap.lie("vreemd.nl\tOK");
    try (var run = agent.start("run")) {
      run.awaitLog("the tables answer otherwise than was read back");
      portal.awaitPoll();
      portal.await("kept");
    }
    assertReadBack(names.lines());
  }
}
