package nl.poort25.domain;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import nl.poort25.mx.Script;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name becomes known, or is refused with its article (3.1 to 3.4). */
class RegistrationIT {
  private static final Browser sanne = Browser.of("sanne@havenkantoor.example");
  private static final Browser daan = Browser.of("daan@brugensluis.example");

  private static Visit register(Browser who, String name, String action) {
    return who.post("/domains/new", "name", name, "action", action, "dns", "elsewhere");
  }

  @Test
  void registersAdministrativelyAndShowsThePage() {
    var visit = register(sanne, "Een.Nieuwe-Naam.NL.", "DO_NOT_MOVE");
    assertEquals(303, visit.status(), visit::text);
    var page = sanne.get(visit.location());
    assertEquals(200, page.status());
    assertTrue(page.says("een.nieuwe-naam.nl"));
    assertTrue(page.says("Administratief bekend"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOVE", "REGISTER_NEW"})
  void refusesEveryOtherAktieWithArticle32(String action) {
    var visit = register(sanne, "verhuizer.nl", action);
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("/policy#art-3-2"));
    assertTrue(visit.html().contains("verhuizer.nl"));
  }

  @Test
  void tellsWhatIsMissingAndWhatIsRefusedInOneRound() {
    var visit = sanne.post("/domains/new", "name", "ineens.nl", "action", "MOVE");
    assertEquals(422, visit.status());
    assertTrue(visit.says("DNS-beheer: maak een keuze."), visit.toString());
    assertTrue(visit.says("Hieraan is niet voldaan: Aktie is “Niet verhuizen”"), visit.toString());
    assertTrue(visit.says("Dienstbeschrijving Domeinregistratie"), visit.toString());
    assertFalse(visit.html().contains("\ue000"), "a sign for the summary is left");
    var right = sanne.post("/domains/new", "name", "ineens.nl", "action", "DO_NOT_MOVE");
    assertEquals(422, right.status());
    assertFalse(right.says("Hieraan is niet voldaan"), right.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlap.nl", "onder.overlap.nl", "a.b.overlap.nl"})
  void refusesANameOfAnotherPartnerAndWhatLiesAboveOrBelowIt(String name) {
    register(sanne, "b.overlap.nl", "DO_NOT_MOVE");
    register(sanne, "onder.overlap.nl", "DO_NOT_MOVE");
    var visit = register(daan, name, "DO_NOT_MOVE");
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("/policy#art-3-4"));
    assertFalse(visit.html().contains("Havenkantoor"), "tells by whom");
  }

  @Test
  void letsOneOfManyPartnersWinAtTheSameMoment() throws Exception {
    var tries = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 10; i++) {
      for (Browser who : List.of(sanne, daan)) {
        tries.add(() -> register(who, "tegelijk.nl", "DO_NOT_MOVE").status());
      }
    }
    var pool = Executors.newFixedThreadPool(20);
    try {
      var statuses = new ArrayList<Integer>();
      for (var answer : pool.invokeAll(tries)) {
        statuses.add(answer.get());
      }
      assertEquals(1, statuses.stream().filter(s -> s == 303).count(), statuses::toString);
      assertEquals(19, statuses.stream().filter(s -> s == 422).count(), statuses::toString);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void showsNobodyADomainOfAnother() {
    String path = register(sanne, "vansanne.nl", "DO_NOT_MOVE").location();
    assertEquals(404, daan.get(path).status());
    assertEquals(404, daan.get(path + "/withdrawal").status());
    assertEquals(404, daan.post(path + "/withdrawal", "sure", "true").status());
    assertEquals(200, sanne.get(path).status());
  }

  @Test
  void withdrawsOnceAndFreesTheName() {
    String path = register(sanne, "weg-ermee.nl", "DO_NOT_MOVE").location();
    assertEquals(422, sanne.post(path + "/withdrawal").status());
    assertEquals(303, sanne.post(path + "/withdrawal", "sure", "true").status());
    assertEquals(409, sanne.post(path + "/withdrawal", "sure", "true").status());
    assertEquals(303, register(daan, "weg-ermee.nl", "DO_NOT_MOVE").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"routit.net", "smtp.routit.net", "sub.smtp.routit.net"})
  void refusesTheProvidersOwnNamesToPartnersAndToStaff(String name) {
    for (var visit : List.of(register(sanne, name, "DO_NOT_MOVE"), registerForSanne(name))) {
      assertEquals(422, visit.status());
      assertTrue(visit.html().contains("/policy#art-3-4"));
      assertTrue(visit.says("is van RoutIT zelf"), visit::text);
    }
  }

  @ParameterizedTest
  @CsvSource({"klant.local, RFC 6762", "klant.internal, ICANN", "example.com, RFC 6761"})
  void refusesANameOfSpecialUseWithTheReason(String name, String reason) {
    var visit = register(sanne, name, "DO_NOT_MOVE");
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("/policy#art-3-4"));
    assertTrue(visit.says(reason), visit::text);
    var check = sanne.get("/domains/new/name?name=" + name);
    assertTrue(check.says("Gereserveerd"), check::text);
  }

  private static Visit registerForSanne(String name, String... more) {
    var staff = Browser.of("karim@routit.example");
    var partner =
        Pattern.compile("value=\"(\\d+)\"[^>]*>Havenkantoor")
            .matcher(staff.get("/backoffice/domains/new").html());
    assertTrue(partner.find());
    var fields = new ArrayList<>(List.of(more));
    fields.addAll(List.of("partner", partner.group(1), "name", name, "dns", "elsewhere"));
    return staff.post("/backoffice/domains/new", fields.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "www.vraagje.nl, vraagje.nl",
    "vraagje.con, vraagje.com",
    "vraagje.nieuwetop, ",
  })
  void asksWhetherAnotherNameIsMeantAndTakesItWhenAnswered(String name, String meant) {
    String mine = name.replace("vraagje", "vraagje" + System.nanoTime() % 1000);
    var asked =
        sanne.post(
            "/domains/new",
            "name",
            mine,
            "action",
            "DO_NOT_MOVE",
            "dns",
            "provider",
            "customer",
            "Klant & Zoon");
    assertEquals(422, asked.status());
    assertTrue(asked.html().contains("name=\"sure\""));
    if (meant != null) {
      var link = Pattern.compile("href=\"(/domains/new\\?[^\"]*)\"").matcher(asked.html());
      assertTrue(link.find(), "a suggestion");
      var filled = sanne.get(link.group(1).replace("&amp;", "&"));
      assertTrue(filled.html().contains("Klant &amp; Zoon"), "keeps the customer");
      assertTrue(filled.html().matches("(?s).*value=\"provider\"[^>]*checked.*"), "keeps the DNS");
      assertFalse(filled.html().contains("value=\"" + mine + "\""));
    }
    // answered for another name, it is asked again
    assertEquals(422, registerSurely(mine, "a" + mine).status());
    assertEquals(303, registerSurely(mine, mine).status());
    // staff likewise
    assertEquals(422, registerForSanne("b" + mine.substring(3) + ".con").status());
    assertEquals(
        303,
        registerForSanne("b" + mine.substring(3) + ".con", "sure", "b" + mine.substring(3) + ".con")
            .status());
  }

  private static Visit registerSurely(String name, String sure) {
    return sanne.post(
        "/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", "elsewhere", "sure", sure);
  }

  /** ❤ in A-labels: sold by some registries. */
  @Test
  void takesANameBeyondIdnaOnlyWhereTheDnsHasIt() {
    try (var dns = TestDns.startForPortal()) {
      String name = "xn--i-7iq.b" + System.nanoTime() + ".com";
      assertTrue(sanne.get("/domains/new/name?name=" + name).says("buiten IDNA 2008"));
      var nowhere = register(sanne, name, "DO_NOT_MOVE");
      assertEquals(422, nowhere.status());
      assertTrue(nowhere.says("staat niet in de DNS"), nowhere::text);
      dns.script(name, Script.SERVFAIL);
      var unknown = register(sanne, name, "DO_NOT_MOVE");
      assertEquals(422, unknown.status());
      assertTrue(unknown.says("probeer het later opnieuw"), unknown::text);
      dns.script(name, null).name(name, "MX 10 mail.elders.nl");
      var visit = register(sanne, name, "DO_NOT_MOVE");
      assertEquals(303, visit.status(), visit::text);
      var page = sanne.get(visit.location());
      assertTrue(page.says(name), page::text);
      assertFalse(page.html().contains("❤"));
      assertTrue(page.says("niet elk mailprogramma"), page::text);
    }
  }

  @ParameterizedTest
  @CsvSource({"klant–zoon.nl, klant-zoon.nl", "“klant”.nl, klant.nl", "klant’s.com, klants.com"})
  void refusesWhatATextEditorMakesOfANameWithTheCure(String typed, String meant) {
    var visit = register(sanne, typed, "DO_NOT_MOVE");
    assertEquals(422, visit.status());
    assertTrue(visit.says("Bedoelt u " + meant + "?"), visit::text);
    assertTrue(sanne.get("/domains/new/name?name=" + encode(typed, UTF_8)).says(meant));
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrong() {
    var visit =
        sanne.post("/domains/new", "name", "https://www.klant.nl/x", "action", "", "dns", "<b>");
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("https://www.klant.nl/x"));
    assertTrue(visit.says("klant.nl"));
    assertTrue(visit.says("Fout:"));
    assertFalse(visit.html().contains("<b>"));
  }
}
