package nl.poort25.enforcement;

import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.it.Trials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a firewall that only observes tells of who takes connections, with real packets. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(240)
class ObservingIT {
  private static final String OUT = "198.51.100.7";
  private static final String PASSES = "198.51.100.8";
  private static final String OUT6 = "2001:db8:ff::7";
  private static final List<String> LINES =
      List.of("inside 192.0.2.0/24", "inside 2001:db8:25::/48", "pass " + PASSES);
  private static Namespaces network;
  @TempDir private Path folder;
  private PortalOfTest portal;
  private AgentOfTest agent;

  @BeforeAll
  static void network() {
    network = new Namespaces();
    network.listen("192.0.2.9", "192.0.2.10", "2001:db8:25::9", "2001:db8:25::10");
  }

  @AfterAll
  static void noNetwork() {
    if (network != null) {
      network.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    network.load(
        """
        table inet port25
        delete table inet port25
        table inet port25_seen
        delete table inet port25_seen
        """);
    portal = new PortalOfTest();
    agent =
        new AgentOfTest(
            network, folder, portal.port(), SignedState.KEYS.getPublic(), PortalOfTest.TOKEN);
  }

  @AfterEach
  void stop() {
    agent.close();
    portal.close();
  }

  private PortalOfTest.Report turn() throws Exception {
    agent.ends(0);
    return portal.next();
  }

  private static void assertAnswered(String host, String from, String to) {
    var caller = network.call(host, from, to);
    assertEquals("220 sink", caller.hear(), from + " to " + to);
    caller.end();
  }

  private static List<String> tables() {
    return network.nft("list", "tables", "inet").lines().toList();
  }

  /** Address and number of connections of each line. */
  private static List<String> counts(PortalOfTest.Report report) {
    return report.seen().stream()
        .map(line -> line.split(" "))
        .map(word -> word[1] + " " + word[2])
        .sorted()
        .toList();
  }

  @Test
  void itTellsWhoTakesConnectionsFromOutsideAndClosesNothing() throws Exception {
    portal.offer(whole(42, LINES).observed());
    var first = turn();
    assertEquals("observed", first.outcome());
    assertTrue(first.looks().matches("0 [0-9]+"), first.looks());
    assertEquals(List.of("table inet port25_seen"), tables());
    assertEquals("", first.readback(), "it holds no state");
    assertAnswered("outside", OUT, "192.0.2.9");
    assertAnswered("outside", OUT, "192.0.2.9");
    assertAnswered("outside", OUT6, "2001:db8:25::9");
    assertAnswered("inside", "192.0.2.25", "192.0.2.10"); // from inside
    assertAnswered("outside", PASSES, "192.0.2.10"); // from a relay, which stays
    var seen = turn();
    assertEquals(List.of("192.0.2.9 2", "2001:db8:25::9 1"), counts(seen));
    assertEquals(List.of(), turn().seen(), "nothing new");
    assertAnswered("outside", OUT, "192.0.2.9");
    assertEquals(List.of("192.0.2.9 3"), counts(turn()), "only what is new");
  }

  @Test
  void whoRefusesTakesNoConnection() throws Exception {
    portal.offer(whole(42, LINES).observed());
    turn();
    var caller = network.call("outside", OUT, "192.0.2.25"); // nothing listens there
    assertTrue(caller.hear().startsWith("failed: "));
    assertEquals(List.of(), turn().seen());
  }

  @Test
  void whatWasNotedStaysWhenThePrefixesChange() throws Exception {
    portal.offer(whole(42, LINES).observed());
    turn();
    assertAnswered("outside", OUT, "192.0.2.9");
    portal.offer(whole(43, List.of("inside 192.0.2.8/31", "inside 2001:db8:25::/48")).observed());
    assertEquals(List.of("192.0.2.9 1"), counts(turn()));
    assertAnswered("outside", OUT, "192.0.2.10"); // no longer inside
    assertAnswered("outside", OUT, "192.0.2.9");
    assertEquals(List.of("192.0.2.9 2"), counts(turn()));
    String table = network.nft("list", "table", "inet", "port25_seen");
    assertEquals(2, table.lines().filter(line -> line.contains("update @seen")).count(), table);
  }

  @Test
  void onceItEnforcesTheTableThatCountsIsGone() throws Exception {
    portal.offer(whole(42, LINES).observed());
    turn();
    portal.offer(whole(42, LINES).numbered(86));
    var applied = turn();
    assertEquals("applied", applied.outcome());
    assertEquals("0", applied.looks());
    assertEquals(List.of("table inet port25"), tables());
    // and one that observes again keeps what it holds, and says what passes that
    String before = network.nft("-s", "list", "table", "inet", "port25");
    portal.offer(whole(43, List.of("inside 192.0.2.0/24", "open 192.0.2.9")));
    turn();
    portal.offer(whole(44, List.of("inside 192.0.2.0/24")).observed());
    var back = turn();
    assertEquals("observed", back.outcome());
    assertTrue(network.nft("-s", "list", "table", "inet", "port25").contains("generation 43"));
    assertFalse(before.contains("generation 43"));
    assertAnswered("outside", OUT, "192.0.2.9");
    var closed = network.call("outside", OUT, "192.0.2.10");
    assertTrue(closed.hear().startsWith("failed: "), "it does not open by observing");
    assertEquals(List.of("192.0.2.9 1"), counts(turn()));
  }

  @Test
  void aTableThatCountsAndIsGoneComesBackAndSaysSinceWhen() throws Exception {
    portal.offer(whole(42, LINES).observed());
    turn();
    assertAnswered("outside", OUT, "192.0.2.9");
    assertEquals(List.of("192.0.2.9 1"), counts(turn()));
    network.nft("flush", "ruleset");
    var after = turn();
    assertEquals("observed", after.outcome());
    assertTrue(after.looks().matches("0 [01]"), after.looks());
    assertAnswered("outside", OUT, "192.0.2.9");
    assertEquals(List.of("192.0.2.9 1"), counts(turn()));
  }

  @Test
  void aFullListIsSaidAndStopsNobody() throws Exception {
    portal.offer(whole(42, LINES).observed());
    turn();
    for (int third = 0; third < 256; third++) {
      int of = third;
      network.load(
          IntStream.range(0, third == 255 ? 255 : 256)
              .mapToObj(last -> "10.25." + of + "." + last + " counter")
              .collect(Collectors.joining(", ", "add element inet port25_seen seen4 { ", " }\n")));
    }
    assertAnswered("outside", OUT, "192.0.2.9");
    var full = turn();
    assertTrue(full.looks().matches("1000 [0-9]+ full"), full.looks());
    assertEquals(1000, full.seen().size());
    var next = turn();
    assertEquals(1000, next.seen().size());
    assertFalse(next.seen().contains(full.seen().get(0)), "the next ones");
  }
}
