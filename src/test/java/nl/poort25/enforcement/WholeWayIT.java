package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Closing;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import nl.poort25.point.PointOfTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the button in the portal to the packets, with the agent on a real firewall (4.10, 4.13). */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(1800)
class WholeWayIT {
  private static final String CONNECTION = "ZAK-0331";
  private static final String SERVER = "192.0.2.99";
  private static final String NEIGHBOUR = "192.0.2.100";
  private static final String RACK = "192.0.2.44";
  private static final String RACK6 = "2001:db8:25:40::9";
  private static final String OUT = "203.0.113.207";
  private static final String OTHER = "203.0.113.208";
  private static final String OUT6 = "2001:db8:ff::7";

  /** In the provider's own network, and yet beyond this router: a relay. */
  private static final String RELAY = "198.51.100.7";

  /** In the build other tests run beside this one; a round that is waited for takes longer. */
  private static final double MOST_SECONDS = Trials.isLong() ? 5 : 15;

  private static final double MOST_SECONDS_OF_DRIFT = 60;

  @TempDir private static Path folder;
  private static Namespaces network;
  private static Namespaces.Talk server;
  private static PointOfTest point;
  private static AgentOfTest agent;
  private static AgentOfTest.Run run;
  private static Browser lieke;
  private static Browser karim;
  private static Browser sanne;

  @BeforeAll
  static void start() throws IOException {
    network = new Namespaces();
    network.give("router", "203.0.113.1/24");
    network.give("outside", OUT + "/24");
    network.give("outside", OTHER + "/24");
    for (String address : List.of(SERVER, NEIGHBOUR, RACK)) {
      network.give("inside", address + "/24");
    }
    network.give("inside", RACK6 + "/128");
    network.inside("2001:db8:25:40::/64");
    server = network.listen(SERVER, NEIGHBOUR, RACK, RACK6);
    lieke = Browser.of(Asking.NETWORK);
    karim = Browser.of(Asking.REVIEWER);
    sanne = Browser.of(Asking.SANNE);
    point = new PointOfTest("whole-way");
    int portal = Integer.parseInt(Browser.PORTAL.replaceAll(".*:", ""));
    agent = new AgentOfTest(network, folder, portal, point.pem(), point.token(), point.id());
    run = agent.start("run", 20);
    Eventually.holds("seen", () -> point.page().says("komt erbij"));
    point.enforce();
    awaitApplied();
  }

  @AfterAll
  static void stop() {
    Closing.all(run, agent, point, network);
  }

  private static void awaitApplied() {
    Eventually.holds("applied", () -> point.page().says("zoals het moet"));
  }

  private static void assertOpen(String from, String to) {
    assertEquals("220 sink", network.heard(from, to), from + " to " + to);
  }

  private static void assertClosed(String from, String to) {
    String heard = network.heard(from, to);
    assertTrue(heard.startsWith("failed: "), from + " to " + to + ": " + heard);
  }

  private static long approve(long id) {
    Asking.sent(sanne, id);
    var approved = Asking.approve(karim, id, List.of());
    assertEquals(303, approved.status(), approved.toString());
    return id;
  }

  private static void awaitOpen(long id) {
    Eventually.holds(
        "open", () -> sanne.get("/exemptions/" + id).says("teruggelezen in het netwerk"));
  }

  private static void awaitClosed(long id) {
    Eventually.holds(
        "closed",
        () ->
            lieke.get(Asking.staffPath(id)).says("teruggelezen in het netwerk")
                && !lieke.get(Asking.staffPath(id)).says("nog niet bevestigd"));
  }

  private static void withdraw(long id) {
    assertEquals(303, Asking.withdraw(sanne, id).status());
    awaitClosed(id);
  }

  @Test
  void mailPassesJustWhereItWasApproved() {
    assertClosed(OUT, SERVER);
    assertOpen(RELAY, SERVER);
    long id = approve(Asking.thirdParty(sanne, CONNECTION, OUT, SERVER));
    awaitOpen(id);
    assertOpen(OUT, SERVER);
    assertClosed(OTHER, SERVER);
    assertClosed(OUT, NEIGHBOUR);
    withdraw(id);
    assertClosed(OUT, SERVER);
    assertOpen(RELAY, SERVER);
  }

  @Test
  void aServerInsideIsOpenFromAnywhereInBothVersionsOfTheProtocol() {
    assertClosed(OUT, RACK);
    assertClosed(OUT6, RACK6);
    long asked = Asking.servers(sanne, "COLOCATION", "COLO-0012", RACK);
    Asking.saved(
        sanne,
        asked,
        "servers",
        "host-0",
        "mx-rack.example",
        "ipv4-0",
        RACK,
        "ipv6-0",
        RACK6,
        "product-0",
        "Postfix",
        "manager-0",
        "wij");
    long id = approve(asked);
    awaitOpen(id);
    assertOpen(OUT, RACK);
    assertOpen(OTHER, RACK);
    assertOpen(OUT6, RACK6);
    assertClosed(OUT, SERVER);
    withdraw(id);
    assertClosed(OUT, RACK);
    assertClosed(OUT6, RACK6);
  }

  @Test
  void aWithdrawalEndsTheSessionThatIsOpenAtBothEnds() {
    long id = approve(Asking.thirdParty(sanne, CONNECTION, OUT, SERVER));
    awaitOpen(id);
    var caller = session();
    withdraw(id);
    assertEnded(caller);
  }

  private static Namespaces.Talk session() {
    var caller = network.call("outside", OUT, SERVER);
    assertEquals("220 sink", caller.hear());
    caller.say("");
    assertEquals("250 ok", caller.hear());
    return caller;
  }

  private static void assertEnded(Namespaces.Talk caller) {
    caller.say("");
    String last = caller.hear();
    assertTrue(last.startsWith("failed: "), last);
    String ended = server.hear();
    while (ended.equals("closed")) { // sessions before this one
      ended = server.hear();
    }
    assertTrue(ended.startsWith("broken: "), ended);
  }

  @Test
  void whatIsBlockedForAbuseEndsWithTheOpenSession() {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < Trials.RUNS; i++) {
      long id = approve(Asking.thirdParty(sanne, CONNECTION, OUT, SERVER));
      awaitOpen(id);
      var caller = session();
      long begun = System.nanoTime();
      Cases.blockedOf(sanne, karim, SERVER);
      String heard = "250 ok";
      while (heard.equals("250 ok")) {
        caller.say("");
        heard = caller.hear();
      }
      seconds.add(since(begun));
      assertTrue(heard.startsWith("failed: "), heard);
      assertClosed(OUT, SERVER);
      assertOpen(RELAY, SERVER);
      Cases.endAll();
      Asking.withdraw(sanne, id);
    }
    assertWithin("abuse block to closed", seconds, MOST_SECONDS);
  }

  @Test
  void anApprovalIsInForceWithinSeconds() {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < Trials.RUNS; i++) {
      long id = Asking.sent(sanne, Asking.thirdParty(sanne, CONNECTION, OUT, SERVER));
      long begun = System.nanoTime();
      assertEquals(303, Asking.approve(karim, id, List.of()).status());
      awaitOpen(id);
      seconds.add(since(begun));
      assertOpen(OUT, SERVER);
      withdraw(id);
    }
    assertWithin("approval to applied, as the page says", seconds, MOST_SECONDS);
  }

  @Test
  void aDriftIsSeenAndRestored() {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < Trials.RUNS; i++) {
      awaitApplied();
      String address = "192.0.2." + (200 + i);
      assertFalse(point.page().says(address));
      network.nft("add", "element", "inet", "port25", "open4", "{ " + address + " }");
      long begun = System.nanoTime();
      Eventually.holds("seen", () -> lieke.get("/backoffice/points").says("+open " + address));
      seconds.add(since(begun));
      Eventually.holds(
          "restored",
          () -> !network.nft("list", "set", "inet", "port25", "open4").contains(address));
    }
    assertWithin("drift to seen", seconds, MOST_SECONDS_OF_DRIFT);
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void assertWithin(String what, List<Double> seconds, double most) {
    Collections.sort(seconds);
    double p95 = seconds.get((int) Math.ceil(seconds.size() * 0.95) - 1);
    System.out.printf(
        "%s: %d runs, median %.2f s, p95 %.2f s, longest %.2f s%n",
        what,
        seconds.size(),
        seconds.get(seconds.size() / 2),
        p95,
        seconds.get(seconds.size() - 1));
    assertTrue(p95 <= most, what + ": " + seconds);
  }
}
