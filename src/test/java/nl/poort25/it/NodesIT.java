package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.poort25.demo.DemoWorld;
import nl.poort25.exemption.Asking;
import nl.poort25.exemption.AtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two portals on one PostgreSQL, the second behind TLS and with a duty of a second factor: who is
 * in at one is in at the other, and what one may have is guarded by the database, since neither
 * knows what the other is doing (4.5, 4.7).
 */
@Tag(Trials.ON_ONE_DATABASE)
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

  @BeforeAll
  static void start() {
    database = new PostgreSql();
    one = new OtherPortal(database);
    two =
        new OtherPortal(
            database,
            Map.of("poort25.public.url", TLS, "poort25.second.factor.partners", "administrators"));
  }

  @AfterAll
  static void stop() {
    Closing.all(two, one, database);
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
    var logout = there.post("/logout");
    assertEquals("/login", logout.location());
    assertEquals(303, bram.get("/customers").status());
  }

  @Test
  @Order(Integer.MAX_VALUE) // the others need the first portal
  void itOutlivesTheProcessThatBeganIt() {
    var bram = Browser.at(one.url(), BRAM);
    ProcessHandle.of(one.pid()).orElseThrow().destroyForcibly();
    assertEquals(200, atTwo(bram).get("/customers").status());
  }

  @Test
  void behindTlsEveryCookieIsOfThisHostAlone() {
    var guest = guestOfTwo();
    var login = guest.post("/login", "email", BRAM, "password", DemoWorld.PASSWORD);
    var language = guest.post("/language", "language", "en", "back", "/");
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
      assertFalse(cookie.toLowerCase(Locale.ROOT).contains("domain="), cookie);
    }
    assertTrue(guest.get("/customers").html().contains("lang=\"en\""));
    // one that another host of the domain could have put there counts for nothing
    var planted = guestOfTwo();
    planted.putCookie("session", guest.cookie("__Host-session"));
    assertEquals(303, planted.get("/customers").status());
  }

  @Test
  void whoMustHaveASecondFactorSetsOneUpFirst() {
    var sanne = Browser.at(one.url(), SANNE);
    assertEquals(200, sanne.get("/customers").status());
    // in before the duty, or at a node that has none
    assertEquals("/login?next=%2Fcustomers", atTwo(sanne).get("/customers").location());
    var guest = guestOfTwo();
    var login = guest.post("/login", "email", SANNE, "password", DemoWorld.PASSWORD);
    assertEquals("/login/enrolment", login.location());
    var page = guest.get("/login/enrolment");
    assertTrue(page.says("Voor uw account is een tweede factor verplicht"), page.toString());
    assertEquals(303, guest.get("/customers").status());
    // a partner's user need not
    assertEquals(
        "/", guestOfTwo().post("/login", "email", BRAM, "password", DemoWorld.PASSWORD).location());
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
    assertEquals(1, AtOnce.send(drafts, browsersOfBram()));
  }

  @Test
  void requestsAtOnceForTheSamePairLeaveRoomForOne() throws Exception {
    var sanne = Browser.at(one.url(), SANNE);
    var drafts = new ArrayList<Long>();
    for (int i = 0; i < MANY; i++) {
      drafts.add(Asking.thirdParty(sanne, "ZAK-0331", "203.0.113.77", "192.0.2.97"));
    }
    assertEquals(1, AtOnce.send(drafts, browsersOfBram()));
  }

  /** Every other one at the other portal; he has no duty there. */
  private static List<Browser> browsersOfBram() {
    var browsers = new ArrayList<Browser>();
    for (int i = 0; i < 10; i++) {
      var browser = i % 2 == 0 ? Browser.visitor(one.url()) : guestOfTwo();
      assertEquals(
          "/", browser.post("/login", "email", BRAM, "password", DemoWorld.PASSWORD).location());
      browsers.add(browser);
    }
    return browsers;
  }

  private static Browser guestOfTwo() {
    return Browser.visitor(two.url(), TLS);
  }

  private static Browser atTwo(Browser ofOne) {
    var there = guestOfTwo();
    there.putCookie("__Host-session", ofOne.cookie("session"));
    return there;
  }
}
