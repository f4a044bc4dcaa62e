package nl.poort25.enforcement;

import static nl.poort25.enforcement.SignedState.delta;
import static nl.poort25.enforcement.SignedState.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.it.Debian13;
import nl.poort25.it.Trials;
import nl.poort25.point.Agent;
import nl.poort25.state.FirewallLine;
import nl.poort25.state.Nftables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The agent on a real firewall, with a portal of the test's own. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(240)
class AgentIT extends FirewallWithAgent {
  private static final String STRANGER = "198.51.100.99";
  private static final List<String> OLD =
      List.of(
          "inside 192.0.2.0/24",
          "inside 2001:db8:25::/48",
          "open 192.0.2.9",
          "open 2001:db8:25::9",
          "own 192.0.2.25",
          "pair 198.51.100.0/28 192.0.2.10",
          "pair 198.51.100.7 192.0.2.11",
          "pass 203.0.113.25");
  private static final List<String> NEW =
      List.of(
          "inside 192.0.2.0/25",
          "inside 2001:db8:25::/48",
          "open 192.0.2.10",
          "open 2001:db8:25::9",
          "own 192.0.2.26",
          "pair 198.51.100.0/29 192.0.2.10",
          "pair 198.51.100.7 192.0.2.11",
          "pass 203.0.113.25");
  private static final List<String> CHANGE =
      List.of(
          "-inside 192.0.2.0/24",
          "-open 192.0.2.9",
          "-own 192.0.2.25",
          "-pair 198.51.100.0/28 192.0.2.10",
          "+inside 192.0.2.0/25",
          "+open 192.0.2.10",
          "+own 192.0.2.26",
          "+pair 198.51.100.0/29 192.0.2.10");

  /** The table for that state as nftables lists it; what was loaded stays. */
  private static String written(long generation, List<String> lines) {
    network.load(Nftables.write(generation, lines.stream().map(FirewallLine::parse).toList()));
    return table();
  }

  private static void tamper() {
    network.nft("add", "element", "inet", "port25", "open4", "{ " + STRANGER + " }");
  }

  private static List<String> handles() {
    return network
        .nft("-a", "-s", "list", "table", "inet", "port25")
        .lines()
        .filter(line -> line.contains("# handle"))
        .toList();
  }

  @Test
  void aWholeStateIsAppliedReadBackAndReported() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    var report = portal.next();
    assertEquals("applied", report.outcome());
    assertEquals("42", report.generation());
    assertTrue(report.readback().contains("\"203.0.113.25\""));
    assertEquals(report.readback(), network.nft("-j", "-s", "list", "table", "inet", "port25"));
    String applied = table();
    assertEquals(written(42, OLD), applied);
  }

  @Test
  void aDifferenceChangesNothingButElements() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    var before = handles();
    portal.offer(whole(44, NEW), delta(42, 44, CHANGE));
    try (var run = agent.start("run")) {
      run.awaitLog("44 is in force, by a difference");
      portal.await("applied");
      assertEquals(before, handles());
      String applied = table();
      assertTrue(applied.contains("generation 44"));
      assertEquals("kept", portal.await("kept").outcome());
      assertEquals(written(44, NEW), applied);
    }
    assertEquals(
        "generation 44\n" + String.join("\n", NEW) + "\n",
        Files.readString(agent.state().resolve("state")));
  }

  /**
   * The brackets of a set move when it is filled or emptied: that is no change of somebody else.
   */
  @Test
  void aDifferenceThatFillsOrEmptiesASetIsNoDrift() throws Exception {
    var least = List.of("inside 192.0.2.0/24", "open 192.0.2.9");
    var more = List.of("inside 192.0.2.0/24", "open 192.0.2.9", "pass 2001:db8:ff::25");
    portal.offer(whole(42, least));
    try (var run = agent.start("run")) {
      portal.await("applied");
      portal.awaitPoll();
      portal.offer(whole(43, more), delta(42, 43, List.of("+pass 2001:db8:ff::25")));
      run.awaitLog("43 is in force, by a difference");
      assertEquals("applied", portal.awaitOf(43).outcome());
      portal.awaitPoll();
      portal.offer(whole(44, least), delta(43, 44, List.of("-pass 2001:db8:ff::25")));
      run.awaitLog("44 is in force, by a difference");
      assertEquals("applied", portal.awaitOf(44).outcome());
    }
  }

  /** One that is dormant holds all that it should, and blocks nothing. */
  @Test
  void aDormantTableIsNoTable() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    String applied = table();
    network.nft("add", "table", "inet", "port25", "{ flags dormant; }");
    agent.ends(0);
    portal.await("restored");
    assertEquals(applied, table());
  }

  /** With all the programs of the next Debian: its nft prints the same table otherwise. */
  @Test
  void theNextDebiansProgramsDoTheSame() throws Exception {
    var programs = Debian13.programs();
    for (String awk : List.of("mawk", "gawk", "original-awk", "busybox awk")) {
      var newer = Files.createDirectories(folder.resolve("newer-" + awk.split(" ")[0]));
      try (var all = Files.list(programs)) {
        for (Path program : all.toList()) {
          Files.createSymbolicLink(newer.resolve(program.getFileName()), program);
        }
      }
      Files.writeString(
          newer.resolve("awk"), "#!/bin/sh\nexec %s/%s \"$@\"\n".formatted(programs, awk));
      assertTrue(newer.resolve("awk").toFile().setExecutable(true));
      var own = Files.createDirectories(newer.resolve("own"));
      try (var network = new Namespaces();
          var portal = new PortalOfTest();
          var agent =
              new AgentOfTest(
                  network,
                  own,
                  portal,
                  Agent.FIREWALL,
                  "router",
                  Map.of("PATH", newer + ":" + System.getenv("PATH")))) {
        portal.offer(whole(42, OLD));
        try (var run = agent.start("run")) {
          portal.await("applied");
          portal.awaitPoll();
          portal.offer(whole(44, NEW), delta(42, 44, CHANGE));
          run.awaitLog("44 is in force, by a difference");
          portal.awaitPoll();
          network.run("router", newer.resolve("nft").toString(), "flush", "ruleset");
          portal.await("drifted");
          assertTrue(portal.await("restored").readback().contains("\"1.1."));
        }
      }
    }
  }

  @Test
  void whoOnlyObservesChangesNothing() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    String before = table();
    portal.offer(whole(43, NEW).observed());
    agent.ends(0);
    portal.await("observed");
    assertEquals(before, table());
    tamper();
    String tampered = table();
    agent.ends(0);
    assertTrue(portal.await("observed").readback().contains(STRANGER));
    assertEquals(tampered, table());
    portal.down(true);
    agent.ends(2);
    assertEquals(tampered, table());
  }

  @Test
  void aForeignChangeIsShownAndThenUndone() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    String applied = table();
    try (var run = agent.start("run")) {
      portal.awaitPoll();
      tamper();
      assertTrue(portal.await("drifted").readback().contains(STRANGER));
      assertFalse(portal.await("restored").readback().contains(STRANGER));
      assertEquals(applied, table());
      run.awaitLog("restored");
    }
  }

  @Test
  void aForeignChangeUnderADifferenceIsShownAndUndone() throws Exception {
    portal.offer(whole(42, OLD));
    try (var run = agent.start("run")) {
      portal.await("applied");
      portal.awaitPoll();
      tamper();
      portal.offer(whole(44, NEW), delta(42, 44, CHANGE));
      assertTrue(portal.await("drifted").readback().contains(STRANGER));
      portal.await("restored");
      run.awaitLog("44 is restored");
    }
    String applied = table();
    assertEquals(written(44, NEW), applied);
  }

  @Test
  void whileThePortalIsAwayAForeignChangeIsUndone() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    String applied = table();
    portal.down(true);
    agent.ends(2);
    assertEquals(applied, table());
    tamper();
    agent.ends(2);
    assertEquals(applied, table());
  }

  @Test
  void afterARebootTheLastStateIsInForceWithoutAPortal() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    String applied = table();
    network.nft("delete", "table", "inet", "port25");
    portal.down(true);
    try (var run = agent.start("run")) {
      run.awaitLog("42 is restored");
      assertEquals(applied, table());
      portal.down(false);
      portal.await("restored");
    }
  }

  @Test
  void aSecondRunIsRefused() throws Exception {
    portal.offer(whole(42, OLD));
    try (var run = agent.start("run")) {
      portal.await("applied");
      agent.ends(5);
      run.kill();
    }
    agent.ends(0);
  }

  @Test
  void itStopsAtOnceWhileItWaitsForThePortal() throws Exception {
    portal.offer(whole(42, OLD));
    try (var run = agent.start("run")) {
      portal.awaitPoll();
      run.process().destroy();
      assertEquals(0, run.end());
    }
  }

  @Test
  void noTokenIsAmongTheArgumentsOfAProcess() throws Exception {
    portal.offer(whole(42, OLD));
    try (var run = agent.start("run")) {
      portal.awaitPoll();
      try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
        assertTrue(
            processes.map(AgentIT::arguments).noneMatch(all -> all.contains(PortalOfTest.TOKEN)));
      }
      assertTrue(run.process().descendants().anyMatch(child -> arguments(child).contains("curl")));
    }
  }

  private static String arguments(ProcessHandle process) {
    return arguments(Path.of("/proc", "" + process.pid()));
  }

  private static String arguments(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"));
    } catch (IOException e) {
      return ""; // no process, or none any more
    }
  }

  @Test
  void theReadBackIsSentInFullWhereThePortalAsksForIt() throws Exception {
    portal.offer(whole(42, OLD));
    agent.ends(0);
    assertNotNull(portal.next().readback());
    agent.ends(0);
    assertNull(portal.next().readback());
    portal.forget();
    agent.ends(0);
    assertNotNull(portal.next().readback());
  }

  @Test
  void aStrangerToThePortalChangesNothing() throws Exception {
    portal.offer(whole(42, OLD));
    agent.close();
    Files.delete(folder.resolve("portal"));
    agent = agent("another-token");
    agent.ends(2);
    assertFalse(network.nft("list", "tables").contains("port25"));
  }
}
