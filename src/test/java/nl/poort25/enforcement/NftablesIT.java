package nl.poort25.enforcement;

import static nl.poort25.enforcement.FirewallStateTest.any;
import static nl.poort25.enforcement.FirewallStateTest.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.it.Trials;
import nl.poort25.network.Cidr;
import nl.poort25.network.Flow;
import nl.poort25.state.Nftables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What real packets do with the table that is written for a state. */
@Tag(Trials.ON_ONE_DATABASE)
class NftablesIT {
  private static final String OUT = "198.51.100.7";
  private static final String OUT6 = "2001:db8:ff::7";
  private static final String GREETING = "220 sink";
  private static Namespaces network;
  private static Namespaces.Talk server;

  @BeforeAll
  static void start() {
    network = new Namespaces();
    server =
        network.listen(
            "192.0.2.9",
            "192.0.2.10",
            "192.0.2.25",
            "2001:db8:25::9",
            "2001:db8:25::10",
            "2001:db8:25::25");
  }

  @AfterAll
  static void stop() {
    if (network != null) {
      network.close();
    }
  }

  @BeforeEach
  void closed() {
    load();
  }

  private static void load(Flow... granted) {
    load(Map.of(), granted);
  }

  private static void load(Map<Cidr, Long> own, Flow... granted) {
    var facts =
        new FirewallFacts(
            Arrays.stream(granted).collect(Collectors.toMap(line -> line, line -> 1L)),
            Map.of(Cidr.of("192.0.2.25"), 3L),
            Map.of(Cidr.of("192.0.2.0/24"), 1L, Cidr.of("2001:db8:25::/48"), 2L),
            own,
            Set.of());
    network.load(Nftables.write(42, FirewallState.of(facts).lines().keySet()));
  }

  private static void assertOpen(String from, String to) {
    assertEquals(GREETING, network.heard(from, to), from + " to " + to);
  }

  private static void assertClosed(String from, String to) {
    String heard = network.heard(from, to);
    assertTrue(heard.startsWith("failed: "), from + " to " + to + ": " + heard);
  }

  @Test
  void nothingIsOpenUntilItIsGranted() {
    assertClosed(OUT, "192.0.2.9");
    assertClosed(OUT6, "2001:db8:25::9");
    load(any("192.0.2.9"), any("2001:db8:25::9"));
    assertOpen(OUT, "192.0.2.9");
    assertOpen(OUT6, "2001:db8:25::9");
    assertClosed(OUT, "192.0.2.10");
    assertClosed(OUT6, "2001:db8:25::10");
  }

  /** 2.5, though a case of abuse names it: it loads with {@code 192.0.2.25} blocked. */
  @Test
  void aMailServerOfTheProviderIsReachedFromOutside() {
    assertClosed(OUT, "192.0.2.25");
    assertClosed(OUT6, "2001:db8:25::25");
    load(any("192.0.2.25"));
    assertClosed(OUT, "192.0.2.25");
    load(Map.of(Cidr.of("192.0.2.25"), 4L, Cidr.of("2001:db8:25::25"), 5L), any("192.0.2.9"));
    assertOpen(OUT, "192.0.2.25");
    assertOpen(OUT6, "2001:db8:25::25");
    assertClosed(OUT, "192.0.2.10");
    var caller = network.call("outside", OUT, "192.0.2.25");
    assertEquals(GREETING, caller.hear());
    load(Map.of(Cidr.of("192.0.2.25"), 4L));
    caller.say("");
    assertEquals("250 ok", caller.hear(), "the session goes on while others are closed");
    caller.end();
  }

  @Test
  void aPairPassesFromItsSourceOnly() {
    load(pair(OUT, "192.0.2.9"), pair("2001:db8:ff::/64", "2001:db8:25::9"));
    assertOpen(OUT, "192.0.2.9");
    assertClosed("198.51.100.8", "192.0.2.9");
    assertClosed(OUT, "192.0.2.10");
    assertOpen(OUT6, "2001:db8:25::9");
    assertClosed(OUT6, "2001:db8:25::10");
  }

  @Test
  void aSourceThatIsAPrefixPassesAsAWhole() {
    load(pair("198.51.100.0/28", "192.0.2.9"), pair("198.51.100.0/29", "192.0.2.9"));
    assertOpen(OUT, "192.0.2.9");
    assertOpen("198.51.100.8", "192.0.2.9");
    assertClosed(OUT, "192.0.2.10");
  }

  @Test
  void whatComesFromInsideAlwaysPasses() {
    var relay = network.call("inside", "192.0.2.25", "192.0.2.9");
    assertEquals(GREETING, relay.hear());
    relay.end();
  }

  @Test
  void theEndOfAnOpeningEndsItsSessionsAtBothEnds() {
    for (String[] ends : new String[][] {{OUT, "192.0.2.9"}, {OUT6, "2001:db8:25::9"}}) {
      load(any(ends[1]));
      var caller = network.call("outside", ends[0], ends[1]);
      assertEquals(GREETING, caller.hear());
      caller.say("");
      assertEquals("250 ok", caller.hear());
      load();
      caller.say("");
      String last = caller.hear();
      assertTrue(last.startsWith("failed: "), last);
      String ended = server.hear();
      while (ended.equals("closed")) { // sessions of tests before this one
        ended = server.hear();
      }
      assertTrue(ended.startsWith("broken: "), ended);
    }
  }

  /** A router may mark connections for purposes of its own, which is none of ours. */
  @Test
  void aMarkOfSomebodyElseKeepsNoSessionAlive() {
    network.load(
        """
        table inet marks
        delete table inet marks
        table inet marks {
        	chain forward {
        		type filter hook forward priority filter + 10; policy accept;
        		ct mark set 7
        	}
        	chain early {
        		type filter hook prerouting priority filter - 10; policy accept;
        		ct mark set 9
        	}
        }
        """);
    try {
      theEndOfAnOpeningEndsItsSessionsAtBothEnds();
    } finally {
      network.nft("delete", "table", "inet", "marks");
    }
  }

  @Test
  void aSessionThatIsStillGrantedOutlivesTheNextTable() {
    load(any("192.0.2.9"), any("192.0.2.10"));
    var caller = network.call("outside", OUT, "192.0.2.9");
    assertEquals(GREETING, caller.hear());
    load(any("192.0.2.9"));
    caller.say("");
    assertEquals("250 ok", caller.hear());
    caller.end();
  }

  @Test
  void loadedAgainItIsTheSameAndOtherTablesStay() {
    network.nft("add", "table", "inet", "other");
    load(any("192.0.2.9"));
    String once = network.nft("list", "table", "inet", "port25");
    load(any("192.0.2.9"));
    assertEquals(once, network.nft("list", "table", "inet", "port25"));
    assertTrue(network.nft("list", "tables").contains("table inet other"));
    assertTrue(once.contains("generation 42"));
    assertFalse(once.contains("192.0.2.10"));
  }
}
