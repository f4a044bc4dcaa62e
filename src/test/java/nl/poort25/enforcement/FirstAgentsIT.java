package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import nl.poort25.mailservice.Orders;
import nl.poort25.point.Agent;
import nl.poort25.point.PointOfTest;
import nl.poort25.state.Postfix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Agents that were installed from the first portals go on working with this one until they are
 * renewed: with lines that they do not know, on a real firewall and a real relay.
 */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(600)
class FirstAgentsIT {
  private static final String OUT = "203.0.113.207";
  private static final String OTHER = "203.0.113.208";
  private static final String SERVER = "192.0.2.99";
  private static final String OWN = "198.51.100.119";
  private static final String RELAY = "192.0.2.25";
  private static final String SERVERS = "/backoffice/mail-servers";

  @TempDir private static Path folder;
  private static Namespaces network;
  private static Browser lieke;
  private static Browser karim;
  private static Browser sanne;

  @BeforeAll
  static void start() {
    network = new Namespaces();
    network.give("router", "203.0.113.1/24");
    network.give("outside", OUT + "/24");
    network.give("outside", OTHER + "/24");
    network.give("inside", SERVER + "/24");
    lieke = Browser.of(Asking.NETWORK);
    karim = Browser.of(Asking.REVIEWER);
    sanne = Browser.of(Asking.SANNE);
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  /** A partner with an open case can ask for nothing. */
  @AfterEach
  void endCases() {
    Cases.endAll();
  }

  private static AgentOfTest agent(
      PointOfTest point, Agent agent, String host, Map<String, String> environment)
      throws IOException {
    return new AgentOfTest(
        network,
        Files.createTempDirectory(folder, "agent"),
        Integer.parseInt(Browser.PORTAL.replaceAll(".*:", "")),
        point,
        agent,
        AgentOfTest.firstProgram(agent),
        host,
        environment);
  }

  private static void awaitApplied(PointOfTest point) {
    Eventually.holds("as it must be", () -> point.page().says("zoals het moet"));
  }

  /** One of the provider's own, which is a line that it does not know (2.5). */
  private static void confirmOwnServer() {
    assertEquals(303, lieke.post(SERVERS, "address", OWN, "reason", "relay").status());
    String path =
        lieke.get(SERVERS).find("href=\"(" + SERVERS + "/\\d+)\">" + OWN + "<").orElseThrow();
    String version = karim.get(path).find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
    assertEquals(303, karim.post(path + "/confirmation", "version", version).status());
  }

  @Test
  void aFirewallOpensAndClosesAndKeepsWhatIsTheProvidersOwnOpen() throws Exception {
    network.listen(SERVER);
    try (var point = new PointOfTest("edge-first");
        var agent = agent(point, Agent.FIREWALL, "router", Map.of());
        var run = agent.start("run", 20)) {
      Eventually.holds("seen", () -> point.page().says("komt erbij"));
      point.enforce();
      awaitApplied(point);
      assertTrue(network.heard(OUT, SERVER).startsWith("failed: "));
      confirmOwnServer();
      Eventually.holds("own is open", () -> network.nft("list", "ruleset").contains(OWN));
      awaitApplied(point);
      long id = Asking.sent(sanne, Asking.thirdParty(sanne, "ZAK-0331", OUT, SERVER));
      assertEquals(303, Asking.approve(karim, id, List.of()).status());
      Eventually.holds(
          "open", () -> sanne.get("/exemptions/" + id).says("teruggelezen in het netwerk"));
      assertEquals("220 sink", network.heard(OUT, SERVER));
      assertTrue(network.heard(OTHER, SERVER).startsWith("failed: "));
      Cases.blockedOf(sanne, karim, SERVER);
      Eventually.holds("closed", () -> !network.nft("list", "ruleset").contains(SERVER));
      assertTrue(network.heard(OUT, SERVER).startsWith("failed: "));
      awaitApplied(point);
      assertTrue(run.process().isAlive());
    }
  }

  @Test
  void aRelayTakesMailAndRefusesWhatIsDenied() throws Exception {
    assertEquals("listening", network.talk("inside", MxOfAll.class, "mx.example", RELAY).hear());
    try (var postfix = new RealPostfix(network, "mx.example", RELAY, firstFiles());
        var point = new PointOfTest("smtp-first", "format", "POSTFIX");
        var agent =
            agent(
                point, Agent.RELAY, "inside", Map.of("MAIL_CONFIG", postfix.config().toString()))) {
      var config = postfix.config();
      Files.createDirectory(config.resolve("port25.d"));
      Files.move(config.resolve("port25"), config.resolve("port25.d/0"));
      Files.createSymbolicLink(config.resolve("port25"), Path.of("port25.d/0"));
      try (var run = agent.start("run", 20)) {
        Eventually.holds("seen", () -> point.page().html().contains("name=\"shown\""));
        point.enforce();
        awaitApplied(point);
        var domain = Orders.domain(sanne);
        var proof = karim.post("/backoffice" + domain.path() + "/proof", "note", "gezien");
        assertEquals(303, proof.status(), proof.toString());
        long box = Orders.ordered(sanne, domain, "POP3_BOX", "local-part", "info");
        assertEquals(303, Orders.activate(karim, box).status());
        Eventually.holds(
            "a recipient", () -> table(postfix, "relay_recipients").contains(domain.name()));
        awaitApplied(point);
        Cases.blockedOf(sanne, karim, "192.0.2.98");
        Eventually.holds("denied", () -> table(postfix, "denied.cidr").contains("192.0.2.98"));
        awaitApplied(point);
        assertTrue(run.process().isAlive());
      }
    }
  }

  /** What main.cf has since then is of tables that the first agents do not write. */
  private static Map<String, String> firstFiles() {
    var files = new TreeMap<>(Postfix.files(0, List.of()));
    files.computeIfPresent(
        Postfix.MAIN,
        (name, text) ->
            text.lines()
                .filter(line -> !line.startsWith("virtual_alias_maps"))
                .collect(Collectors.joining("\n", "", "\n")));
    return files;
  }

  private static String table(RealPostfix postfix, String name) {
    try {
      return Files.readString(postfix.config().resolve("port25").resolve(name));
    } catch (IOException e) {
      return ""; // between two of them
    }
  }
}
