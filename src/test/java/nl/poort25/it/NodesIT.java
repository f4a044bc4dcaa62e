package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.poort25.demo.DemoWorld;
import nl.poort25.exemption.Asking;
import nl.poort25.exemption.AtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Three portals on one PostgreSQL, the second behind TLS and with a duty of a second factor: who is
 * in at one is in at the others, and what one may have is guarded by the database, since none knows
 * what the others are doing (4.5, 4.7).
 */
@TestMethodOrder(OrderAnnotation.class)
class NodesIT {
  private static final String TLS = "https://portal.example";
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final String BRAM = "bram@havenkantoor.example";

  /** Each draft takes some fourteen requests to make. */
  private static final int MANY = Trials.isLong() ? 50 : 12;

  private static PostgreSql database;
  private static OtherPortal one;
  private static OtherPortal two;
  private static OtherPortal three;

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    one = new OtherPortal(database);
    two =
        new OtherPortal(
            database,
            Map.of("poort25.public.url", TLS, "poort25.second.factor.partners", "administrators"));
    three = new OtherPortal(database);
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable started : new AutoCloseable[] {three, two, one, database}) {
      close(started);
    }
  }

  private static void close(AutoCloseable started) {
    try {
      if (started != null) {
        started.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void bothKnowWhoIsInAndWhatWasSaidAndShownOnce() {
    var bram = Browser.at(one.url(), BRAM);
    var there = atTwo(bram);
    assertEquals(200, there.get("/customers").status());
    assertEquals(303, bram.post("/customers", "name", "Zeilmakerij de Twee").status());
    assertTrue(there.get("/customers").says("Klant Zeilmakerij de Twee is toegevoegd"));
    assertFalse(bram.get("/customers").says("is toegevoegd"));

    var lieke = Browser.at(one.url(), "lieke@routit.example");
    lieke.post("/backoffice/points", "name", "fw9", "target", "FIREWALL", "format", "NFTABLES");
    String point =
        lieke.get("/backoffice/points").find("(/backoffice/points/\\d+)\"").orElseThrow();
    String version = lieke.get(point).find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
    String shown = lieke.post(point + "/token", "version", version).location();
    var liekeThere = atTwo(lieke);
    assertEquals(point + "/token", shown);
    assertEquals(200, liekeThere.get(shown).status());
    assertEquals(point, lieke.get(shown).location());

    // a logout at one ends it at both
    var logout = send(there, "/logout", "a", "b");
    assertEquals("/login", logout.location());
    assertEquals(303, bram.get("/customers").status());
  }

  @Test
  @Order(Integer.MAX_VALUE) // the others need the third portal
  void itOutlivesTheProcessThatBeganIt() {
    var bram = Browser.at(three.url(), BRAM);
    ProcessHandle.of(three.pid()).orElseThrow().destroyForcibly();
    assertEquals(200, atTwo(bram).get("/customers").status());
  }

  @Test
  void behindTlsEveryCookieIsOfThisHostAlone() {
    var guest = Browser.visitor(two.url());
    var login = send(guest, "/login", "email", BRAM, "password", DemoWorld.PASSWORD);
    var language = send(guest, "/language", "language", "en", "back", "/");
    var cookies = login.headers().allValues("set-cookie");
    assertEquals(2, cookies.size(), cookies.toString());
    for (String name : new String[] {"session", "browser", "language"}) {
      String cookie =
          (name.equals("language") ? language : login)
              .headers().allValues("set-cookie").stream()
                  .filter(c -> c.startsWith("__Host-" + name + "="))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(name + ": " + cookies));
      for (String part : new String[] {"Path=/", "Secure", "HttpOnly", "SameSite=Lax"}) {
        assertTrue((cookie + ";").contains("; " + part + ";"), cookie);
      }
      assertFalse(cookie.toLowerCase(java.util.Locale.ROOT).contains("domain="), cookie);
    }
    assertTrue(guest.get("/customers").html().contains("lang=\"en\""));
    // one that another host of the domain could have put there counts for nothing
    var planted = Browser.visitor(two.url());
    planted.putCookie("session", guest.cookie("__Host-session"));
    assertEquals(303, planted.get("/customers").status());
  }

  @Test
  void whoMustHaveASecondFactorSetsOneUpFirst() {
    var sanne = Browser.at(one.url(), SANNE);
    assertEquals(200, sanne.get("/customers").status());
    // in before the duty, or at a node that has none
    assertEquals("/login?next=%2Fcustomers", atTwo(sanne).get("/customers").location());
    var guest = Browser.visitor(two.url());
    var login = send(guest, "/login", "email", SANNE, "password", DemoWorld.PASSWORD);
    assertEquals("/login/enrolment", login.location());
    var page = guest.get("/login/enrolment");
    assertTrue(page.says("Uw account heeft een tweede factor nodig"), page.toString());
    assertEquals(303, guest.get("/customers").status());
    // a partner's user need not
    assertEquals(
        "/",
        send(Browser.visitor(two.url()), "/login", "email", BRAM, "password", DemoWorld.PASSWORD)
            .location());
  }

  @Test
  void requestsAtOnceForOneColocationLeaveRoomForTwoServers() throws Exception {
    // the demo world has one server in it, so that one place is left
    var sanne = Browser.at(one.url(), SANNE);
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(
          Asking.servers(sanne, "COLOCATION", "COLO-0012", "192.0.2.4" + (i % 2 == 0 ? 1 : 3)));
    }
    assertEquals(1, AtOnce.send(drafts, browsersOfSanne()));
  }

  @Test
  void requestsAtOnceForTheSamePairLeaveRoomForOne() throws Exception {
    var sanne = Browser.at(one.url(), SANNE);
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(Asking.thirdParty(sanne, "ZAK-0331", "203.0.113.77", "192.0.2.97"));
    }
    assertEquals(1, AtOnce.send(drafts, browsersOfSanne()));
  }

  /** Every other one at the other portal without the duty. */
  private static List<Browser> browsersOfSanne() {
    var browsers = new ArrayList<Browser>();
    for (int i = 0; i < 10; i++) {
      browsers.add(Browser.at((i % 2 == 0 ? one : three).url(), SANNE));
    }
    return browsers;
  }

  private static Browser atTwo(Browser ofOne) {
    var there = Browser.visitor(two.url());
    there.putCookie("__Host-session", ofOne.cookie("session"));
    return there;
  }

  private static Visit send(Browser browser, String path, String... namesAndValues) {
    var form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i++) {
      form.append(i == 0 ? "" : i % 2 == 0 ? "&" : "=")
          .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8));
    }
    return browser.send(
        HttpRequest.newBuilder(URI.create(two.url() + path))
            .header("Origin", TLS)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }
}
