package nl.poort25.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The provider's own mail servers: two people keep the list, the firewalls follow it (2.5). */
class MailServersIT {
  private static final String PATH = "/backoffice/mail-servers";
  private static final String RULE = "href=\"/policy#art-2-5\"";

  /** The portal may know other addresses of the relays, from a test before, for two minutes. */
  private static final Duration RELAYS_FRESH = Duration.ofMinutes(3);

  private static Browser lieke;
  private static Browser karim;

  @BeforeAll
  static void start() {
    lieke = Browser.of(Asking.NETWORK);
    karim = Browser.of(Asking.REVIEWER);
  }

  private static Visit propose(String address) {
    return lieke.post(PATH, "address", address, "reason", "nieuwe relay");
  }

  private static String pathOf(String address) {
    return lieke
        .get(PATH)
        .find("href=\"(" + PATH + "/\\d+)\">" + address.replace(".", "\\.") + "<")
        .orElseThrow();
  }

  private static Visit act(Browser by, String path, String verb, String... more) {
    String version = by.get(path).find("name=\"version\" value=\"(\\d+)\"").orElse("0");
    var fields = new ArrayList<>(List.of("version", version));
    fields.addAll(List.of(more));
    return by.post(path + "/" + verb, fields.toArray(String[]::new));
  }

  private static boolean hasOwn(String address) {
    return lieke.get("/backoffice/firewall?address=" + address).html().contains("own " + address);
  }

  private static void takeOff(String path, String address) {
    assertEquals(303, act(lieke, path, "removal", "reason", "weg").status());
    assertTrue(hasOwn(address), "until a second person agrees");
    assertEquals(303, act(karim, path, "confirmation").status());
    Eventually.holds("closed like any other", () -> !hasOwn(address));
  }

  @Test
  void aChangeCountsOnceASecondPersonHasSeenIt() {
    String address = "198.51.100.100";
    assertEquals(303, propose(address).status());
    String path = pathOf(address);
    assertFalse(hasOwn(address));
    var alone = act(lieke, path, "confirmation");
    assertEquals(422, alone.status());
    assertTrue(alone.html().contains(RULE), alone.toString());
    assertEquals(422, propose(address).status(), "once");
    assertTrue(karim.get("/backoffice").html().contains("href=\"" + PATH + "\""), "work for two");
    assertEquals(303, act(karim, path, "confirmation").status());
    Eventually.holds("in the state", () -> hasOwn(address));
    var then = lieke.get("/backoffice/firewall?address=" + address);
    assertTrue(then.html().contains("href=\"" + path + "\""), "shown as what it is");
    var page = lieke.get("/backoffice/addresses?q=" + address);
    assertTrue(page.html().contains("href=\"" + path + "\""), page.toString());
    assertEquals(409, act(karim, path, "confirmation").status(), "nothing waits");
    // who proposes that it leaves may also let it be
    assertEquals(303, act(lieke, path, "removal", "reason", "weg").status());
    assertEquals(303, act(lieke, path, "decline").status());
    assertTrue(hasOwn(address));
    takeOff(path, address);
  }

  @Test
  void onlyASingleAddressOfTheProviderItselfComesOnTheList() {
    // a prefix, nothing, outside the network, on a connection of a partner, there already
    for (String wrong :
        new String[] {
          "198.51.100.0/28", "", "203.0.113.9", "192.0.2.97", "198.51.100.25", "smtp.routit.net"
        }) {
      assertEquals(422, propose(wrong).status(), wrong);
    }
    assertEquals(422, lieke.post(PATH, "address", "198.51.100.101").status(), "without a reason");
  }

  @Test
  void onlyTheNetworkRoleProposesAndNobodyElseSeesIt() {
    String[] form = {"address", "198.51.100.102", "reason", "x"};
    assertEquals(403, karim.post(PATH, form).status());
    assertEquals(403, karim.post(PATH + "/relays").status());
    assertEquals(403, karim.post(PATH + "/1/removal", "version", "1", "reason", "x").status());
    assertEquals(200, karim.get(PATH).status());
    var auditor = Browser.of("oscar@routit.example");
    assertEquals(403, auditor.post(PATH + "/3/confirmation", "version", "0").status());
    assertEquals(403, auditor.post(PATH + "/3/decline", "version", "0").status());
    assertEquals(403, Browser.of(Asking.SANNE).get(PATH).status());
    assertEquals(404, lieke.get(PATH + "/999999").status());
  }

  @Test
  void aBlockForAbuseDoesNotCoverThem() {
    var refused =
        karim.post("/backoffice/abuse/new", "addresses", "198.51.100.25", "reason", "spam gezien");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains(RULE), refused.toString());
    assertTrue(hasOwn("198.51.100.25"));
  }

  @Test
  void anAgentFromBeforeThemGetsThemAsOpen() throws Exception {
    try (var point = new PointOfTest("old-agent")) {
      var old =
          HttpRequest.newBuilder(URI.create(Browser.PORTAL + "/enforcement/state"))
              .header("Authorization", "Bearer " + point.token());
      String state = PointOfTest.send(old).body();
      assertTrue(state.contains("\nopen 198.51.100.25\n"), state);
      assertFalse(state.contains("\nown "), state);
      assertTrue(point.state().body().contains("\nown 198.51.100.25\n"));
    }
  }

  @Test
  void aPointDoesNotEnforceUnseenWhereAnMxWouldBeClosed() {
    String address = "198.51.100.103";
    try (var dns = TestDns.startForPortal();
        var point = new PointOfTest("mx-1")) {
      dns.name("smtp.routit.net", "A " + address).name("smtp1.routit.net", "A 198.51.100.202");
      assertEquals(200, point.report("observed", 0, "", new byte[0]).statusCode());
      Eventually.holds("a warning", RELAYS_FRESH, () -> point.page().html().contains(address));
      assertFalse(point.page().html().contains("smtp1.routit.net"), "is on the list");
      var unseen = point.post("enforcement", "shown", point.shown());
      assertEquals(422, unseen.status());
      assertTrue(unseen.html().contains("href=\"#mx\""), unseen.toString());

      // the relays are proposed with one button
      assertTrue(lieke.get(PATH).html().contains(address));
      assertEquals(303, lieke.post(PATH + "/relays").status());
      String path = pathOf(address);
      assertTrue(point.page().html().contains(address), "only proposed yet");
      assertEquals(303, act(karim, path, "confirmation").status());
      Eventually.holds("no warning", () -> !point.page().html().contains("mx-warning"));
      Eventually.holds(
          "it enforces", () -> point.post("enforcement", "shown", point.shown()).status() == 303);
      takeOff(path, address);
    }
  }
}
