package nl.poort25.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.poort25.abuse.Cases;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one field that finds everything, and the page of an address. */
class SearchIT {
  private static final Browser KARIM = Browser.of("karim@routit.example");
  private static Somebody somebody;
  private static Browser stranger;
  private static long exemption;
  private static String number;
  private static long abuse;
  private static String abuseNumber;
  private static String domain;

  @BeforeAll
  static void make() {
    somebody = Somebody.withConnection();
    stranger = Somebody.withoutAnything().browser();
    exemption = somebody.opens(25);
    number = somebody.number(exemption);
    abuse = Cases.blockedOf(somebody.browser(), KARIM, somebody.address(25));
    abuseNumber = KARIM.get(Cases.PATH + abuse).find("<h1>(AB-\\d{4}-\\d+)").orElseThrow();
    domain = "vindmij-" + Long.toString(System.nanoTime(), 36) + ".nl";
    var registered =
        somebody
            .browser()
            .post("/domains/new", "name", domain, "action", "DO_NOT_MOVE", "dns", "elsewhere");
    assertEquals(303, registered.status(), registered.toString());
  }

  @AfterAll
  static void end() {
    Cases.endAll();
  }

  private static Visit search(Browser who, String text) {
    return who.get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private static Visit address(String text) {
    return KARIM.get("/backoffice/addresses?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  @Test
  void aWholeNumberLeadsStraightToItsPage() {
    assertEquals("/backoffice/exemptions/" + exemption, search(KARIM, number).location());
    assertEquals("/exemptions/" + exemption, search(somebody.browser(), number).location());
    assertEquals(Cases.PATH + abuse, search(KARIM, " " + abuseNumber + " ").location());
    assertEquals(
        "/abuse/" + abuse,
        search(somebody.browser(), abuseNumber.toLowerCase(Locale.ROOT)).location());
    var ticket =
        KARIM.get(Cases.PATH + abuse).find("tickets/\\d+\">(P25-\\d{4}-\\d+)").orElseThrow();
    assertTrue(search(KARIM, ticket).location().startsWith("/backoffice/tickets/"));
    assertTrue(search(KARIM, "P25-1999-0001").says("Niets gevonden voor “P25-1999-0001”"));
  }

  @Test
  void namesAreFoundByTheirBeginning() {
    String beginning = domain.substring(0, domain.length() - 4);
    assertTrue(search(KARIM, beginning).says(domain));
    assertTrue(search(KARIM, beginning).says(somebody.partner()), "with its partner");
    assertTrue(search(somebody.browser(), beginning.toUpperCase(Locale.ROOT)).says(domain));
    assertTrue(search(somebody.browser(), domain).says(domain));
    assertTrue(search(KARIM, somebody.reference()).says(somebody.partner()));
    assertTrue(search(somebody.browser(), somebody.reference()).html().contains("/connections/"));
    var partner = search(KARIM, somebody.partner().substring(3));
    assertTrue(partner.html().contains("href=\"/backoffice/partners/"), partner.toString());
  }

  @Test
  void aLongListIsShortAndLeadsToAllOfIt() {
    var found = search(KARIM, "IT-");
    assertTrue(found.html().contains("href=\"/backoffice/connections?q=IT-\""));
    assertTrue(found.html().split("href=\"/backoffice/connections/[0-9]", -1).length <= 11);
  }

  @Test
  void anAddressLeadsStaffToAllThatIsKnownOfIt() {
    String typed = somebody.address(25);
    assertTrue(search(KARIM, typed).location().startsWith("/backoffice/addresses?q="));
    var page = address(typed);
    for (String text :
        new String[] {
          "van RoutIT",
          somebody.space() + "::/48",
          somebody.reference(),
          somebody.partner(),
          number,
          "Goedgekeurd",
          "geblokkeerd",
          abuseNumber
        }) {
      assertTrue(page.says(text), () -> text + " in " + page);
    }
    var prefix = address(somebody.space() + "::/47");
    assertTrue(prefix.says("deels van RoutIT") || prefix.says("prefix"), prefix.toString());
    var elsewhere = address("8.8.8.8");
    assertTrue(elsewhere.says("niet van RoutIT"), elsewhere.toString());
    assertTrue(elsewhere.says("Er zijn geen zaken en geen meldingen"), elsewhere.toString());
    assertTrue(address("203.0.113.64/28").says("Als bron"), "openings from it");
  }

  @Test
  void aFormerHolderIsToldWithTheTime() {
    var other = Somebody.withConnection();
    var network = Browser.of("lieke@routit.example");
    String path =
        search(network, other.reference())
            .find("href=\"(/backoffice/connections/\\d+)\"")
            .orElseThrow();
    String removal =
        network.get(path).find("href=\"(" + path + "/ranges/\\d+/removal)\"").orElseThrow();
    assertEquals(303, network.post(removal, "sure", "true").status());
    var page = address(other.address(25));
    assertTrue(page.says("Dit hoort nu bij geen enkele verbinding"), page.toString());
    assertTrue(page.says("Eerder van"), page.toString());
    assertTrue(page.says(other.partner()), page.toString());
  }

  @Test
  void whatIsNoAddressIsRefusedWithTheCure() {
    var page = address("192.0.2.66/24");
    assertEquals(200, page.status());
    assertTrue(page.html().contains("address-fault"), page.toString());
    assertTrue(page.says("192.0.2.0/24"), page.toString());
    assertTrue(search(somebody.browser(), "192.0.2.066").html().contains("field-error"));
  }

  @Test
  void aPartnerFindsHisOwnAddresses() {
    var found = search(somebody.browser(), somebody.address(25));
    assertTrue(found.says(somebody.reference()), found.toString());
    assertTrue(found.says(number), found.toString());
  }

  @Test
  void aPartnerNeverFindsAnothersNorThatThereIsOne() {
    for (String text :
        new String[] {
          number,
          abuseNumber,
          domain,
          somebody.reference(),
          somebody.address(25),
          somebody.space() + "::/48",
          somebody.partner(),
          "zeilmakerij.example"
        }) {
      var page = search(stranger, text);
      assertEquals(200, page.status(), text);
      String same = page.text().replace(text, "§");
      assertTrue(same.contains("Niets gevonden voor “§”"), page.toString());
      assertFalse(page.html().contains("/exemptions/"), text);
      assertFalse(page.html().contains("/connections/"), text);
    }
    assertEquals(403, stranger.get("/backoffice/addresses?q=8.8.8.8").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "%",
        "_",
        "\u0007",
        "\ud800",
        "P25-",
        "AB-2026-",
        "::",
        "1.",
        "/",
        "-1"
      })
  void rubbishFindsNothingAndSaysWhatCanBeSearched(String rubbish) {
    var page = search(somebody.browser(), rubbish);
    assertEquals(200, page.status(), page.toString());
    assertTrue(page.says("Waar u op kunt zoeken"), page.toString());
    assertTrue(search(KARIM, rubbish).status() < 400);
  }

  @Test
  void aTextWithoutEndAndANulAreRefusedPolitely() {
    for (var who : new Browser[] {KARIM, somebody.browser()}) {
      assertTrue(who.get("/search?q=" + "x".repeat(5_000)).says("Waar u op kunt zoeken"));
      assertTrue(who.get("/search?q=" + "x".repeat(10_000)).status() < 500);
      assertEquals(400, who.get("/search?q=a%00b").status());
    }
    assertTrue(address("1".repeat(5_000)).html().contains("address-fault"));
    assertEquals(303, Browser.guest().get("/search?q=x").status());
  }
}
