package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands beside the word of a point: what was seen from outside, and what is not there. */
class SightIT {
  private static final String ADDRESS = "192.0.2.97";
  private static final String ALARM = "een adres dat open is, is van buiten niet bereikt";
  private static Browser lieke;
  private static Browser sanne;

  @BeforeAll
  static void start() {
    lieke = Browser.of(Asking.NETWORK);
    sanne = Browser.of(Asking.SANNE);
  }

  private static void tried(PointOfTest prober, String what) {
    String line = (System.currentTimeMillis() / 1000) + " " + ADDRESS + " " + what + "\n";
    assertEquals(200, prober.report("kept", 1, "", line.getBytes(US_ASCII)).statusCode());
  }

  /** Of the address that the demo has open from anywhere. */
  private static Map<String, Visit> pages() {
    var pages = new LinkedHashMap<String, Visit>();
    var address = lieke.get("/backoffice/addresses?q=" + ADDRESS);
    pages.put("the address", address);
    long exemption =
        Pattern.compile("/backoffice/exemptions/(\\d+)\"")
            .matcher(address.html())
            .results()
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .min()
            .orElseThrow();
    pages.put("staff", lieke.get(Asking.staffPath(exemption)));
    pages.put("partner", sanne.get("/exemptions/" + exemption));
    String connection = address.find("/backoffice/connections/(\\d+)\"").orElseThrow();
    pages.put("connection", lieke.get("/backoffice/connections/" + connection));
    return pages;
  }

  private static void assertAllSay(String text) {
    pages().forEach((name, page) -> assertTrue(page.says(text), name + ": " + page));
  }

  @Test
  void besideEveryOpenStandsWhatWasSeenFromOutside() {
    String lists = "exemptions?q=" + ADDRESS;
    try (var prober = new PointOfTest("sight-1", "format", "PROBER")) {
      assertAllSay("van buiten nog niet geprobeerd");
      prober.take();
      tried(prober, "silent");
      assertAllSay("van buiten niet bereikt: geen antwoord");
      var pages = pages();
      assertTrue(pages.get("partner").says("Controleer of de mailserver aanstaat"));
      assertTrue(pages.get("staff").says("een andere tabel op de firewall"));
      assertTrue(sanne.get("/" + lists).says("van buiten geen antwoord"));
      assertTrue(lieke.get("/backoffice/" + lists).says("van buiten geen antwoord"));
      assertTrue(lieke.get(PointOfTest.PATH).says("! " + ALARM));
      tried(prober, "answered");
      assertAllSay("de server neemt de verbinding aan en zegt niets");
      assertFalse(lieke.get(PointOfTest.PATH).says("! " + ALARM), "it was reached");
      tried(prober, "refused");
      assertAllSay("van buiten niet bereikt: geweigerd");
      assertTrue(lieke.get(PointOfTest.PATH).says("! " + ALARM));
      tried(prober, "answered 220 mx.klant.example");
      assertAllSay("van buiten bewezen");
      assertTrue(sanne.get("/" + lists).says("van buiten bewezen"));
      assertFalse(pages().get("partner").says("Controleer of de mailserver aanstaat"));
      assertFalse(lieke.get(PointOfTest.PATH).says("! " + ALARM));
    }
    assertAllSay("van buiten nog niet geprobeerd");
  }

  @Test
  void anOpeningForASourceIsSaidToBeUnproven() {
    long id = Asking.open(sanne, "ZAK-0331", ADDRESS);
    try (var prober = new PointOfTest("sight-2", "format", "PROBER")) {
      prober.take();
      tried(prober, "answered 220 mx.klant.example");
      assertTrue(
          sanne.get("/exemptions/" + id).says("alleen te controleren vanaf de bron"),
          "no proof of it");
    } finally {
      Asking.withdraw(sanne, id);
      Asking.confirm(lieke, id, "closed");
    }
  }

  @Test
  void aDenialIsSaidToBeThereOnceItIs() {
    long id = Asking.open(sanne, "ZAK-0331", ADDRESS);
    var karim = Browser.of(Asking.REVIEWER);
    long number = Cases.blockedOf(sanne, karim, ADDRESS);
    try {
      var page = karim.get(Cases.PATH + number);
      assertTrue(page.says("toegang wordt ontzegd"), page.toString());
      assertFalse(page.says("toegang ontzegd sinds"), page.toString());
    } finally {
      Cases.endAll();
      Asking.withdraw(sanne, id);
    }
  }

  @Test
  void whatMainCfLacksIsSaidInBothLanguagesWithWhatMendsIt() {
    try (var relay = new PointOfTest("sight-3", "format", "POSTFIX")) {
      String version = relay.page().find("name=\"version\" value=\"(\\d+)\"").orElseThrow();
      var install = lieke.get(lieke.post(relay.path() + "/token", "version", version).location());
      assertTrue(install.says("postconf -e 'transport_maps ="), install.toString());
      assertTrue(install.says("Postfix kan geen bestand invoegen"), install.toString());
      relay.renewToken();
      String found = "!transport_maps does not use port25/transport\n!relay_domains vreemd.nl OK\n";
      assertEquals(200, relay.report("observed", 0, "", found.getBytes(US_ASCII)).statusCode());
      var page = relay.page();
      assertTrue(page.says("transport_maps gebruikt de tabel port25/transport niet"));
      assertTrue(page.says("relay_domains: vreemd.nl OK gaat eraf"), page.toString());
      assertFalse(page.says("does not use"), page.toString());
      assertTrue(page.says("postconf -e 'transport_maps ="), page.toString());
      var english = Browser.of(Asking.NETWORK).inEnglish().get(relay.path());
      assertTrue(english.says("transport_maps does not use the table port25/transport"));
      assertFalse(english.says("gaat eraf"), english.toString());
    }
  }
}
