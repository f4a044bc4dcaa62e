package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import nl.poort25.abuse.Cases;
import nl.poort25.enforcement.HeldBackChanges;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Mailbox;
import nl.poort25.mailservice.Orders;
import nl.poort25.mx.TestDns;
import nl.poort25.network.Ground;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points fetch, report, and make what the pages say (4.10, 4.13). */
class PointIT {
  private static final String ADDRESS = "192.0.2.97";
  private static final String CONNECTION = "ZAK-0331";
  private static Browser lieke;
  private static Browser karim;
  private static Browser sanne;

  @BeforeAll
  static void start() {
    lieke = Browser.of(Asking.NETWORK);
    karim = Browser.of(Asking.REVIEWER);
    sanne = Browser.of(Asking.SANNE);
  }

  private static long approved(String source) {
    long id = Asking.sent(sanne, Asking.thirdParty(sanne, CONNECTION, source, ADDRESS));
    assertEquals(303, Asking.approve(karim, id, List.of()).status());
    return id;
  }

  private static String pair(String source) {
    return "pair " + source + " " + ADDRESS;
  }

  private static boolean staffSees(long exemption, String text) {
    return lieke.get(Asking.staffPath(exemption)).says(text);
  }

  private static long wanted(PointOfTest point) {
    return point.page().find("/backoffice/firewall/(\\d+)\"").map(Long::parseLong).orElse(0L);
  }

  private static void mailed(String name) {
    var mailbox = new Mailbox(lieke);
    Eventually.holds("a mail", () -> mailbox.of(Asking.NETWORK).says(name));
  }

  @Test
  void onlyItsTokenLetsAPointIn() {
    try (var point = new PointOfTest("tokens")) {
      assertEquals(200, point.state().statusCode());
      // neither a session nor rubbish will do
      assertEquals(401, lieke.get("/enforcement/state").status());
      assertEquals(401, Browser.guest().get("/enforcement/state").status());
      assertEquals(
          401,
          PointOfTest.send(
                  point.request("/enforcement/state").setHeader("Authorization", "Bearer x"))
              .statusCode());
      var old = point.request("/enforcement/state");
      point.renewToken();
      assertEquals(401, PointOfTest.send(old).statusCode(), "the token before works no more");
      assertEquals(200, point.state().statusCode());
      assertFalse(point.page().html().contains("Bearer"), "shown once");
      // and the token opens nothing else
      assertEquals(303, PointOfTest.send(point.request("/backoffice/points")).statusCode());
      var again = point.request("/enforcement/state");
      point.retire();
      assertEquals(401, PointOfTest.send(again).statusCode(), "out of use");
    }
  }

  @Test
  void aTokenMayBeBoundToAddresses() {
    try (var point = new PointOfTest("bound", "sources", "198.51.100.0/24 2001:db8:ff::/48")) {
      assertEquals(401, point.state().statusCode());
      // a portal that has just started has made no state yet, and says 204
      Eventually.holds("there is a state", () -> from(point, "198.51.100.7") == 200);
      for (String[] from :
          new String[][] {
            {"198.51.100.7", "200"}, {"2001:db8:ff::7", "200"}, {"192.0.2.1", "401"}
          }) {
        assertEquals(Integer.parseInt(from[1]), from(point, from[0]), from[0]);
      }
    }
  }

  private static int from(PointOfTest point, String address) {
    return PointOfTest.send(point.request("/enforcement/state").header("X-Forwarded-For", address))
        .statusCode();
  }

  @Test
  void aNewPointOnlyReportsUntilStaffHasSeenWhatItWouldChange() {
    try (var point = new PointOfTest("new-1")) {
      assertTrue(point.state().body().contains("\nmode observe\n"));
      assertEquals(200, point.report("observed", 0, "", new byte[0]).statusCode());
      assertTrue(point.page().says("meldt alleen"));
      assertTrue(point.page().says("inside 192.0.2.0/24 komt erbij"), point.page().toString());
      // people still confirm what that point does not do
      String source = Asking.source();
      long id = approved(source);
      point.awaitOffer(pair(source));
      var opened = Asking.confirm(lieke, id, "opened");
      assertEquals(303, opened.status(), opened.toString());
      assertTrue(staffSees(id, "open"));
      // what was shown is no longer what would be changed
      String shown = point.shown();
      Asking.withdraw(sanne, id);
      Eventually.holds("another state", () -> !point.shown().equals(shown));
      var again = point.enforce(shown);
      assertEquals(422, again.status(), again.toString());
      assertTrue(again.html().contains("href=\"#enforce\""), "and shows what it is now");
      assertTrue(point.state().body().contains("\nmode observe\n"));
      Asking.confirm(lieke, id, "closed");
      point.enforce();
      assertTrue(point.state().body().contains("\nmode enforce\n"));
    }
  }

  @Test
  void whatAPointReadsBackMakesAnExemptionOpenAndClosed() {
    try (var point = PointOfTest.enforcing("edge-it")) {
      String source = Asking.source();
      String line = pair(source);
      long id = Asking.sent(sanne, Asking.thirdParty(sanne, CONNECTION, source, ADDRESS));
      var lines = Asking.lines(karim.get(Asking.staffPath(id)));
      assertEquals(303, Asking.approve(karim, id, lines).status());
      point.awaitOffer(line);
      assertTrue(staffSees(id, "Wacht op de handhavingspunten"));
      assertEquals(
          409,
          lieke
              .post(Asking.staffPath(id) + "/opened", "opened-note", "gezien", "line", lines.get(0))
              .status(),
          "points report it");
      assertFalse(sanne.get("/exemptions/" + id).says("teruggelezen in het netwerk"));

      // says so, but does not hold it
      var table = Tables.holding(point.holds());
      point.report("applied", point.take(), "", table);
      assertFalse(staffSees(id, "teruggelezen in het netwerk"));
      assertTrue(point.page().says(line + " ontbreekt"));

      point.turn();
      assertTrue(staffSees(id, "teruggelezen in het netwerk"));
      assertTrue(
          sanne.get("/exemptions/" + id).says("✓ open"), "" + sanne.get("/exemptions/" + id));
      assertTrue(point.page().says("zoals het moet"));

      long open = wanted(point);
      Asking.withdraw(sanne, id);
      point.awaitNoOffer(line);
      assertTrue(staffSees(id, "nog niet bevestigd dat poort 25 dicht is"));
      assertTrue(hadNow("edge-it", open).contains(line), "it is not told to close yet");
      point.turn();
      assertFalse(staffSees(id, "nog niet bevestigd dat poort 25 dicht is"));
      assertFalse(hadNow("edge-it", wanted(point)).contains(line));
      assertTrue(
          asked("&at=2001-01-01T00:00:00Z").contains("\"points\":[]"), "nobody was there then");
    }
  }

  /** What a program is told that the point has of the address, with that number. */
  private static String hadNow(String point, long number) {
    String told = asked("");
    int begin = told.indexOf("{\"point\":\"" + point + "\",\"generation\":" + number + ",");
    assertTrue(begin > 0, told);
    var page = lieke.get("/backoffice/firewall?address=" + ADDRESS);
    assertTrue(page.says(point + " , generatie " + number), page.toString());
    return told.substring(begin, told.indexOf('}', begin));
  }

  private static String asked(String more) {
    return Browser.guest()
        .send(
            Browser.request("/enforcement/history?about=" + ADDRESS + more)
                .header("Authorization", "Bearer token-of-the-tests"))
        .html();
  }

  @Test
  void aDriftIsShownLineByLineUntilItIsRestored() {
    try (var point = PointOfTest.enforcing("drifting")) {
      point.isChanged("inside 2001:db8:25::/48", "open 192.0.2.200");
      assertEquals(200, point.report("drifted").statusCode());
      var page = point.page();
      assertTrue(page.says("wijkt af"), page.toString());
      assertTrue(page.says("inside 2001:db8:25::/48 ontbreekt"), page.toString());
      assertTrue(page.says("open 192.0.2.200 hoort er niet"), page.toString());
      assertTrue(lieke.get(PointOfTest.PATH).says("het punt heeft niet de gewenste toestand"));
      mailed("drifting");
      point.take();
      point.report("restored");
      assertTrue(point.page().says("zoals het moet"));
      assertFalse(point.page().says("hoort er niet"));
    }
  }

  @Test
  void aStateGoesToTheCanaryFirstAndAFailureStopsThere() {
    try (var canary = PointOfTest.enforcing("canary-1", "canary", "true");
        var edge = PointOfTest.enforcing("edge-2")) {
      long before = wanted(edge);
      String source = Asking.source();
      String line = pair(source);
      long id = approved(source);
      canary.awaitOffer(line);
      assertFalse(edge.offered().contains(line), "not for the others yet");
      canary.report("failed", before, "nft: no", Tables.holding(canary.holds()));
      Eventually.holds(
          "an alarm", () -> lieke.get(PointOfTest.PATH).says("het proefpunt heeft die niet"));
      assertTrue(canary.page().says("nft: no"));
      assertFalse(edge.offered().contains(line), "it stops there");
      edge.turn();
      assertFalse(staffSees(id, "teruggelezen in het netwerk"));

      canary.turn();
      edge.awaitOffer(line);
      assertFalse(staffSees(id, "teruggelezen in het netwerk"), "not on all points yet");
      edge.turn();
      assertTrue(staffSees(id, "teruggelezen in het netwerk"));
      withdrawn(id, line, canary, edge);
    }
  }

  private static void withdrawn(long id, String line, PointOfTest canary, PointOfTest edge) {
    Asking.withdraw(sanne, id);
    canary.awaitNoOffer(line);
    canary.turn();
    edge.awaitNoOffer(line);
    edge.turn();
  }

  @Test
  void abuseWaitsForNoCanaryAndTakesNothingElseAlong() {
    try (var canary = PointOfTest.enforcing("canary-3", "canary", "true");
        var edge = PointOfTest.enforcing("edge-3")) {
      String shown = Asking.source();
      long open = approved(shown);
      canary.awaitOffer(pair(shown));
      canary.turn();
      edge.awaitOffer(pair(shown));
      edge.turn();
      assertTrue(staffSees(open, "teruggelezen in het netwerk"));
      // one that the canary has not shown yet
      String other = Asking.source();
      long waits = approved(other);
      canary.awaitOffer(pair(other));
      assertFalse(edge.offered().contains(pair(other)));
      Cases.blockedOf(sanne, karim, ADDRESS);
      try {
        edge.awaitNoOffer(pair(shown));
        edge.take();
        assertFalse(
            edge.holds().stream().anyMatch(line -> line.endsWith(" " + ADDRESS)),
            edge.holds().toString());
      } finally {
        Cases.endAll();
        Asking.withdraw(sanne, open);
        Asking.withdraw(sanne, waits);
      }
    }
  }

  @Test
  void aBlockForAbuseIsInForceOnceFirewallsAndRelaysHoldIt() {
    String address = "192.0.2.103";
    try (var edge = PointOfTest.enforcing("edge-5");
        var relay = PointOfTest.enforcing("smtp-5", "format", "POSTFIX")) {
      assertTrue(relay.page().says("zoals het moet"), relay.page().toString());
      long id = Cases.blockedOf(sanne, karim, address);
      try {
        String page = Cases.PATH + id;
        Eventually.holds(
            "denied",
            () ->
                relay.offered().stream()
                    .anyMatch(line -> line.startsWith("deny " + address + " AB-")));
        relay.take();
        edge.turn();
        assertFalse(lieke.get(page).says("teruggelezen in het netwerk"), "not at the relay yet");
        assertEquals(200, relay.report("applied").statusCode());
        edge.report("kept");
        assertTrue(lieke.get(page).says("teruggelezen in het netwerk"), lieke.get(page).toString());
        relay.isChanged("", "domain wrong.example 192.0.2.77");
        relay.report("drifted");
        assertTrue(relay.page().says("domain wrong.example 192.0.2.77 hoort er niet"));
      } finally {
        Cases.endAll();
      }
    }
  }

  @Test
  void whatTheRelaysHoldIsWhatThePageOfAMailServiceSays() {
    var domain = Orders.provenDomain(sanne);
    long id = orderedWithDns(domain, "203.0.113.61");
    String page = "/mail-services/" + id;
    String line = "domain " + domain.name() + " 203.0.113.61";
    Eventually.holds(
        "what it would change",
        () -> karim.get(Orders.staffPath(id)).says("+smtproutes: " + domain.name()));
    var asked = karim.get(Orders.staffPath(id));
    assertTrue(asked.says("+" + line), asked.toString());
    assertTrue(asked.says("+transport: " + domain.name() + " relay:[203.0.113.61]:25"));
    assertFalse(sanne.get(page).says("Bij de relayservers"), "nobody reports it");
    try (var relay = PointOfTest.enforcing("smtp-6", "format", "POSTFIX")) {
      assertEquals(303, Orders.activate(karim, id).status());
      assertTrue(sanne.get(page).says("Wordt doorgevoerd"), sanne.get(page).toString());
      assertTrue(sanne.get(domain.path()).says("Wordt doorgevoerd"));
      Eventually.holds(
          "the name in the state",
          () -> {
            relay.take();
            return relay.holds().contains(line);
          });
      assertTrue(sanne.get(page).says("Wordt doorgevoerd"), "fetched only");
      assertEquals(200, relay.report("applied").statusCode());
      assertTrue(sanne.get(page).says("Mail wordt aangenomen"), sanne.get(page).toString());
      assertTrue(sanne.get(page).says("Aflevering op 203.0.113.61"));
      assertTrue(sanne.get(domain.path()).says("Mail wordt aangenomen"));
      relay.isChanged(line, "domain " + domain.name() + " 192.0.2.77");
      assertEquals(200, relay.report("drifted").statusCode());
      assertTrue(sanne.get(page).says("Wordt doorgevoerd"), "it would go elsewhere");
      relay.turn();
      String version = Orders.version(sanne.get(page + "/cancellation"));
      assertEquals(
          303, sanne.post(page + "/cancellation", "version", version, "sure", "on").status());
      assertTrue(sanne.get(page).says("Wordt beëindigd"), sanne.get(page).toString());
      Eventually.holds(
          "the name out of the state",
          () -> {
            HeldBackChanges.letGo(lieke, "/backoffice/relays"); // it may be the last one
            relay.turn();
            return !relay.holds().contains(line);
          });
      assertFalse(sanne.get(page).says("Bij de relayservers"), sanne.get(page).toString());
    }
  }

  /** Where the relays' own addresses are known, so that no mail goes round (3.9). */
  private static long orderedWithDns(Orders.Domain domain, String destination) {
    try (var dns = TestDns.startForPortal()) {
      dns.relays();
      return Orders.ordered(sanne, domain, "SMTP", "destination", destination);
    }
  }

  @Test
  void withoutProofTheRelaysTakeNothingWhateverStaffActivates() {
    var domain = Orders.domain(sanne);
    long id = Orders.active(sanne, domain, "SMTP", "destination", "203.0.113.62");
    var page = sanne.get("/mail-services/" + id);
    assertTrue(page.says("De relayservers nemen geen mail aan"), page.toString());
    assertTrue(sanne.get(domain.path()).says("De relayservers nemen geen mail aan"));
  }

  @Test
  void aSilentCanaryIsPassedOverAfterAWhileWithAnAlarm() {
    try (var canary = PointOfTest.enforcing("canary-4", "canary", "true");
        var edge = PointOfTest.enforcing("edge-4")) {
      String source = Asking.source();
      String line = pair(source);
      long id = approved(source);
      edge.awaitOffer(line); // in the end
      edge.turn();
      assertTrue(lieke.get(PointOfTest.PATH).says("toestand ging verder zonder het proefpunt"));
      assertFalse(staffSees(id, "teruggelezen in het netwerk"), "the canary does not have it");
      canary.turn();
      assertTrue(staffSees(id, "teruggelezen in het netwerk"));
      withdrawn(id, line, canary, edge);
    }
  }

  @Test
  void aPointThatWaitsIsAnsweredWhenSomethingChanges() throws Exception {
    try (var point = PointOfTest.enforcing("waiting")) {
      String etag = point.state().headers().firstValue("ETag").orElseThrow();
      assertEquals(304, point.waits(etag, 1).get(30, TimeUnit.SECONDS).statusCode());
      var waiting = point.waits(etag, 60);
      assertFalse(waiting.isDone());
      String source = Asking.source();
      long id = approved(source);
      var answer = waiting.get(30, TimeUnit.SECONDS);
      assertEquals(200, answer.statusCode());
      assertFalse(etag.equals(answer.headers().firstValue("ETag").orElseThrow()));
      point.awaitOffer(pair(source));
      point.turn();
      Asking.withdraw(sanne, id);
      point.awaitNoOffer(pair(source));
      point.turn();
    }
  }

  /** As after an older copy of the database was restored. */
  @Test
  void whoHoldsALaterStateThanThePortalKnowsIsHeldUntilTheNetworkRoleHasSeenIt() {
    try (var point = PointOfTest.enforcing("ahead");
        var other = PointOfTest.enforcing("not-ahead")) {
      long ahead = wanted(point) + 3;
      var lost = new ArrayList<>(point.holds());
      lost.removeIf(line -> line.startsWith("open "));
      lost.add("open 192.0.2.201");
      Collections.sort(lost);
      point.isOf(ahead, lost);
      assertEquals(204, point.state().statusCode(), "judged before it is given anything");
      assertEquals(200, point.report("kept").statusCode());
      assertTrue(lieke.get(PointOfTest.PATH).says("de database is ouder dan het punt"));
      var page = point.page();
      assertTrue(page.says("wacht op de netwerkrol"), page.toString());
      assertTrue(page.says("Gaat dicht: 1 open 192.0.2.201"), page.toString());
      assertTrue(page.says("Gaat open voor mail van buiten: "), page.toString());
      Eventually.holds("a higher number", () -> wanted(point) > ahead);
      assertEquals(204, point.state().statusCode());
      other.turn();
      assertTrue(other.page().says("zoals het moet"), "another point is not held");
      String shown = letsGo(point, "shown");
      String path = point.path() + "/hold/confirmation";
      assertEquals(403, karim.post(path, "shown", shown, "note", "gezien").status());
      assertEquals(422, lieke.post(path, "shown", shown, "note", " ").status());
      assertEquals(409, lieke.post(path, "shown", "x", "note", "gezien").status());
      assertEquals(303, lieke.post(path, "shown", shown, "note", "gezien").status());
      assertEquals(409, lieke.post(path, "shown", shown, "note", "nog eens").status());
      var confirmed = point.page();
      assertEquals(200, confirmed.status(), "before it has fetched anything");
      assertTrue(confirmed.says("Lieke Smit"), confirmed.toString());
      assertTrue(point.turn() > ahead);
      assertTrue(point.page().says("zoals het moet"), point.page().toString());
      assertFalse(lieke.get(PointOfTest.PATH).says("! de database is ouder"));
    }
  }

  private static String letsGo(PointOfTest point, String field) {
    return point.page().find("name=\"" + field + "\" value=\"([^\"]+)\"").orElseThrow();
  }

  /** By whoever has a token, again and again. */
  @Test
  void aStolenTokenLiftsTheNumbersByABoundedAmountAndOpensNothing() {
    try (var point = PointOfTest.enforcing("stolen")) {
      long before = point.number(); // another test's change may be in a later one
      var held = point.holds();
      var forged = new ArrayList<>(held);
      forged.add("open 192.0.2.202");
      Collections.sort(forged);
      point.isOf(before + 600_000, forged);
      assertEquals(200, point.report("kept").statusCode());
      point.isOf(before + 1_200_000, forged);
      assertEquals(400, point.report("kept").statusCode());
      assertEquals(400, point.state().statusCode());
      // what the point itself holds is known: it goes on at once
      point.isOf(before, held);
      Eventually.holds("given again", () -> point.state().statusCode() == 200);
      Eventually.holds("the state after", () -> wanted(point) > before + 600_000);
      point.turn();
      assertFalse(point.holds().contains("open 192.0.2.202"));
      assertTrue(point.page().says("zoals het moet"), point.page().toString());
      assertTrue(wanted(point) < before + 600_100, "" + wanted(point));
    }
  }

  @Test
  void aPrefixWithinAnotherIsNoLineOfAPoint() {
    try (var point = PointOfTest.enforcing("nested")) {
      String space = Ground.prefix(lieke);
      String wide = "inside " + space + "::/48";
      String narrow = "inside " + space + "::/49";
      point.awaitOffer(wide);
      point.turn();
      assertEquals(303, lieke.post("/backoffice/prefixes", "cidr", space + "::/49").status());
      Eventually.holds(
          "both in the state",
          () ->
              LongStream.rangeClosed(point.number() + 1, wanted(point))
                  .anyMatch(n -> lieke.get("/backoffice/firewall/" + n).says(narrow)));
      assertFalse(point.offered().contains(narrow));
      point.turn();
      String removal = Ground.removalOfPrefix(lieke, space + "::/48");
      assertEquals(303, lieke.post(removal, "sure", "true").status());
      Eventually.holds(
          "the narrow one",
          () -> {
            HeldBackChanges.letGo(lieke, "/backoffice/firewall");
            return point.offered().contains(narrow);
          });
      String step = changes(point);
      assertTrue(step.contains("\n-" + wide + "\n"), step);
      assertTrue(step.contains("\n+" + narrow + "\n"), step);
      point.turn();
    }
  }

  /** Nor from what the network role holds back meanwhile. */
  @Test
  void abuseTakesNothingBackFromTheCanary() {
    try (var canary = PointOfTest.enforcing("canary-7", "canary", "true");
        var edge = PointOfTest.enforcing("edge-7")) {
      String source = Asking.source();
      String line = pair(source);
      long id = approved(source);
      long abused = Asking.sent(sanne, Asking.thirdParty(sanne, CONNECTION, source, "192.0.2.104"));
      assertEquals(303, Asking.approve(karim, abused, List.of()).status());
      String abusedLine = "pair " + source + " 192.0.2.104";
      Eventually.holds(
          "for the canary", () -> canary.offered().containsAll(List.of(line, abusedLine)));
      canary.turn();
      Eventually.holds(
          "for the others", () -> edge.offered().containsAll(List.of(line, abusedLine)));
      edge.turn();
      // closed for the canary, not shown by it yet
      Asking.withdraw(sanne, id);
      Eventually.holds("for the canary", () -> !canary.offered().contains(line));
      assertTrue(edge.offered().contains(line));
      String space = Ground.prefix(lieke);
      Eventually.holds("one more", () -> canary.offered().contains("inside " + space + "::/48"));
      String removal = Ground.removalOfPrefix(lieke, space + "::/48");
      assertEquals(303, lieke.post(removal, "sure", "true").status());
      Eventually.holds(
          "held back", () -> lieke.get("/backoffice/firewall").says("wacht op de netwerkrol"));
      Cases.blockedOf(sanne, karim, "192.0.2.104");
      try {
        Eventually.holds("closed for all", () -> !edge.offered().contains(abusedLine));
        assertFalse(canary.offered().contains(abusedLine));
        assertFalse(canary.offered().contains(line), "closed stays closed");
        assertTrue(edge.offered().contains(line), "until the canary has shown it");
      } finally {
        Cases.endAll();
        Asking.withdraw(sanne, abused);
        Eventually.holds(
            "all in the state",
            () -> {
              HeldBackChanges.letGo(lieke, "/backoffice/firewall");
              canary.turn();
              return !edge.offered().contains(line);
            });
        edge.turn();
        HeldBackChanges.settle(lieke); // the prefix too
      }
    }
  }

  @Test
  void whoHoldsAStateGetsWhatChangedSinceThen() {
    try (var point = PointOfTest.enforcing("delta")) {
      String source = Asking.source();
      String line = pair(source);
      long id = approved(source);
      point.awaitOffer(line);
      assertTrue(changes(point).contains("\n+" + line + "\n"));
      point.turn();
      Asking.withdraw(sanne, id);
      point.awaitNoOffer(line);
      assertTrue(changes(point).contains("\n-" + line + "\n"));
      point.turn();
    }
  }

  /** The difference from what it holds. */
  private static String changes(PointOfTest point) {
    var step = PointOfTest.send(point.request("/enforcement/state?from=" + point.number())).body();
    assertTrue(step.contains("\ndelta " + point.number() + " "), step);
    return step;
  }

  @Test
  void whatAProberWasAnsweredProvesThatItIsOpen() {
    try (var edge = PointOfTest.enforcing("edge-6");
        var prober = new PointOfTest("prober-6", "format", "PROBER")) {
      assertTrue(prober.state().body().contains("\ntarget PROBE\n"));
      assertTrue(prober.state().body().contains("\nopen 192.0.2.97\n"), "the demo has it open");
      assertTrue(prober.state().body().contains("\ninside 192.0.2.0/24\n"));
      assertFalse(prober.state().body().contains("\npair "));
      tried(prober, "192.0.2.97 answered 220 mx.proof.example");
      assertTrue(prober.page().says("Zoals het moet: 1. Anders: 0."), prober.page().toString());
      tried(prober, "192.0.2.222 answered 220 leak");
      assertTrue(prober.page().says("192.0.2.222"), prober.page().toString());
      assertTrue(lieke.get(PointOfTest.PATH).says("een adres dat dicht moet zijn, antwoordt"));
      assertTrue(lieke.get("/backoffice").says("van de handhaving"));
      assertTrue(prober.state().body().contains("\nclosed 192.0.2.222\n"), "tried again");
      tried(prober, "192.0.2.222 refused");
      assertFalse(lieke.get(PointOfTest.PATH).says("! een adres dat dicht moet zijn, antwoordt"));
      assertFalse(
          edge.offered().stream().anyMatch(line -> line.contains("192.0.2.222")),
          "a prober changes nothing");
    }
  }

  private static void tried(PointOfTest prober, String what) {
    String line = (System.currentTimeMillis() / 1000) + " " + what + "\n";
    assertEquals(200, prober.report("kept", 1, "", line.getBytes(US_ASCII)).statusCode());
  }

  @Test
  void silenceIsAnAlarmOnThePageAndByMail() {
    try (var point = new PointOfTest("silent-1")) {
      point.state();
      Eventually.holds(
          "an alarm", () -> lieke.get(PointOfTest.PATH).says("niets van het punt gehoord"));
      mailed("silent-1");
      assertTrue(point.page().says("stil"));
      point.state();
      Eventually.holds("over", () -> !point.page().says("! stil"));
    }
  }

  @Test
  void whatIsNoReportIsRefusedAndChangesNothing() {
    try (var point = PointOfTest.enforcing("rubbish")) {
      for (String body : List.of("", "x", "poort25-report 2\n", "poort25-report 3\n\n\n")) {
        var answer =
            PointOfTest.send(
                point
                    .request("/enforcement/report")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        assertEquals(400, answer.statusCode(), body);
        assertFalse(answer.body().contains("Exception"));
      }
      assertTrue(point.page().says("zoals het moet"));
      assertEquals(400, point.report("applied", 9_999_999, "", new byte[0]).statusCode());
    }
  }

  @Test
  void theNetworkRoleKeepsPointsAndOthersOnlyReadThem() {
    try (var point = new PointOfTest("kept-1")) {
      assertEquals(200, Browser.of(Asking.AUDITOR).get(point.path()).status());
      assertEquals(403, sanne.get(PointOfTest.PATH).status());
      for (String verb : List.of("token", "enforcement", "reporting", "retirement", "change")) {
        assertEquals(403, karim.post(point.path() + "/" + verb, "version", "1").status(), verb);
      }
      assertEquals(
          422, lieke.post(PointOfTest.PATH, "name", "kept-1", "format", "NFTABLES").status());
      assertEquals(422, lieke.post(PointOfTest.PATH, "name", "a b", "format", "NFTABLES").status());
      assertEquals(422, lieke.post(PointOfTest.PATH, "name", "x", "format", "x").status());
      var wrong =
          lieke.post(
              PointOfTest.PATH, "name", "x", "format", "NFTABLES", "sources", "192.0.2.1/24");
      assertEquals(422, wrong.status());
      assertTrue(wrong.says("192.0.2.0/24"), wrong.toString());
      assertEquals(409, lieke.post(point.path() + "/token", "version", "999").status());
      for (String file :
          List.of("poort25-agent", "poort25-relay-agent.service", "poort25-prober", "portal.pem")) {
        assertEquals(200, lieke.get(PointOfTest.PATH + "/files/" + file).status(), file);
      }
      assertEquals(404, lieke.get(PointOfTest.PATH + "/files/persistence.xml").status());
    }
  }
}
