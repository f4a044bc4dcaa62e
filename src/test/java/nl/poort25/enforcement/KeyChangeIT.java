package nl.poort25.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import nl.poort25.it.Visit;
import nl.poort25.point.Agent;
import nl.poort25.point.PointOfTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The signing key is changed, or was stolen, with real agents on a real firewall. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(240)
class KeyChangeIT {
  private static final String PATH = "/backoffice/points/key";
  private static Namespaces network;
  private static Browser lieke;
  private static Browser mirjam;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    network = new Namespaces();
    lieke = Browser.of(Asking.NETWORK);
    mirjam = Browser.of("mirjam@routit.example");
  }

  @AfterAll
  static void stop() {
    if (network != null) {
      network.close();
    }
  }

  private AgentOfTest agent(PointOfTest point, Path program) throws Exception {
    return new AgentOfTest(
        network,
        folder,
        Integer.parseInt(Browser.PORTAL.replaceAll(".*:", "")),
        point,
        Agent.FIREWALL,
        program,
        "router",
        Map.of());
  }

  private static String fingerprint() {
    return lieke.get(PATH).find("id=\"fingerprint\"[^>]*>([0-9a-f]{64})<").orElseThrow();
  }

  /** Also where points of another test cannot follow. */
  private static Visit change(Browser by) {
    return by.post(PATH + "/change", "shown", fingerprint(), "note", "once a year", "left", "true");
  }

  private static Visit stolen(Browser by) {
    return by.post(
        PATH + "/theft", "shown", fingerprint(), "why", "a copy is gone", "anew", "true");
  }

  private static boolean goesWell(AgentOfTest agent) {
    try {
      return agent.once() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String table() {
    return network.nft("-s", "list", "table", "inet", "port25");
  }

  @Test
  void aPointThatWasAwayTakesEachChangeAndIsInstalledAnewAfterATheft() throws Exception {
    try (var point = new PointOfTest("edge-key");
        var agent = agent(point, AgentOfTest.program(Agent.FIREWALL))) {
      assertEquals(0, agent.once(), () -> agent.said() + "");
      point.enforce();
      Eventually.holds("in force", () -> goesWell(agent) && point.page().says("zoals het moet"));
      String first = fingerprint();
      assertEquals(303, change(lieke).status());
      String second = fingerprint();
      assertEquals(303, change(mirjam).status());
      assertNotEquals(first, second);
      assertTrue(point.page().says("krijgt de nieuwe bij de volgende ronde"));

      assertEquals(0, agent.once(), () -> agent.said() + "");
      assertTrue(point.page().says("de huidige sleutel"), point.page().toString());
      String key = Files.readString(agent.state().resolve("key"));
      assertTrue(key.contains(point.pem().strip()), key);

      String before = table();
      assertEquals(303, stolen(lieke).status());
      assertEquals(3, agent.once(), () -> agent.said() + "");
      assertEquals(before, table());
      var page = point.page();
      assertTrue(page.says("een vreemde sleutel"), page.toString());
      assertTrue(page.says("not signed with the pinned key"), page.toString());

      Files.writeString(folder.resolve("portal.pem"), point.pem());
      Eventually.holds("again", () -> goesWell(agent));
      assertTrue(point.page().says("de huidige sleutel"), point.page().toString());
    }
  }

  @Test
  void whoCannotFollowIsNamedAndMustBeSeenFirst() throws Exception {
    try (var point = new PointOfTest("edge-key-first");
        var agent = agent(point, AgentOfTest.firstProgram(Agent.FIREWALL))) {
      assertEquals(0, agent.once(), () -> agent.said() + "");
      assertTrue(point.page().says("neemt geen nieuwe sleutel aan"), point.page().toString());
      String before = fingerprint();
      var refused = lieke.post(PATH + "/change", "shown", before, "note", "once a year");
      assertEquals(422, refused.status());
      assertTrue(refused.says("edge-key-first"), refused.toString());
      assertEquals(before, fingerprint());
      assertEquals(303, change(lieke).status());
      assertEquals(3, agent.once(), () -> agent.said() + "");
      assertTrue(lieke.get("/backoffice/log").says("edge-key-first"), "the log has who was left");
    }
  }

  @Test
  void aChangeHasAReasonAndATheftATick() {
    String before = fingerprint();
    assertEquals(
        422, lieke.post(PATH + "/change", "shown", before, "note", "", "left", "true").status());
    assertEquals(422, lieke.post(PATH + "/theft", "shown", before, "why", "gone").status());
    assertEquals(
        422, lieke.post(PATH + "/theft", "shown", before, "why", "", "anew", "true").status());
    assertEquals(before, fingerprint());
  }

  @Test
  void twoPeopleDoNotChangeItOneAfterTheOtherUnseen() {
    String before = fingerprint();
    assertEquals(303, change(lieke).status());
    var second =
        mirjam.post(PATH + "/change", "shown", before, "note", "once a year", "left", "true");
    assertEquals(409, second.status());
  }

  @Test
  void onlyTheNetworkRoleAndAdministratorsMay() {
    var karim = Browser.of(Asking.REVIEWER);
    assertFalse(karim.get(PATH).html().contains(PATH + "/theft"));
    assertEquals(403, change(karim).status());
    assertEquals(403, stolen(karim).status());
    assertEquals(403, Browser.of(Asking.SANNE).get(PATH).status());
  }
}
