package nl.poort25.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.abuse.Cases;
import nl.poort25.abuse.ItemKind;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a partner and staff find when they come in: what waits for them, and what to do next. */
class HomesIT {
  private static final Browser KARIM = Browser.of("karim@routit.example");

  private static void assertSays(Visit page, String... texts) {
    assertEquals(200, page.status());
    for (String text : texts) {
      assertTrue(page.says(text), () -> text + " in " + page);
    }
  }

  private static void assertSaysNot(Visit page, String... texts) {
    for (String text : texts) {
      assertFalse(page.says(text), () -> text + " in " + page);
    }
  }

  @AfterAll
  static void end() {
    Cases.endAll();
  }

  @Test
  void aPartnerWithNothingIsToldWhatToDoFirst() {
    var nobody = Somebody.withoutAnything().browser();
    var home = nobody.get("/");
    assertSays(home, "Welkom", "Registreer uw eerste domein", "Alleen poort 25 is dicht");
    assertTrue(home.html().contains("href=\"/exemptions/new\""));
    assertTrue(home.html().contains("href=\"/domains/new\""));
    assertSaysNot(home, "Nog te doen", "In behandeling bij", "Poort 25 op uw adressen");
    assertSays(nobody.inEnglish().get("/"), "Welcome", "Only port 25 is closed");
  }

  @Test
  void aDraftIsGentlyRemembered() {
    var somebody = Somebody.withConnection();
    Asking.begin(somebody.browser(), "COLOCATION");
    assertSays(
        somebody.browser().get("/"), "Alles is in orde", "concept van een aanvraag, Colocation");
  }

  @Test
  void aRequestLiesWithTheProviderUntilStaffAsksSomething() {
    var somebody = Somebody.withConnection();
    long id = somebody.asks(25);
    String number = somebody.number(id);
    var home = somebody.browser().get("/");
    assertSays(
        home, "Alles is in orde", "In behandeling bij RoutIT", number, "1 … wacht op besluit");
    assertTrue(home.html().contains("href=\"/exemptions?state=submitted\""));

    String ticket = "/backoffice" + somebody.ticket(id);
    var asked =
        KARIM.upload(
            ticket + "/updates", List.of(), "kind", "QUESTION", "text", "Wie beheert die?");
    assertEquals(303, asked.status(), asked.toString());
    var waiting = somebody.browser().get("/");
    assertSays(
        waiting, "Eén taak vraagt uw aandacht", number + " — RoutIT heeft u een vraag gesteld");
    assertSaysNot(waiting, "In behandeling bij RoutIT");
    Asking.withdraw(somebody.browser(), id);
  }

  @Test
  void whatIsApprovedAndWhatIsOpenIsCounted() {
    var somebody = Somebody.withConnection();
    somebody.opens(25);
    long approved = somebody.asks(26);
    Asking.approve(KARIM, approved, List.of());
    var home = somebody.browser().get("/");
    assertSays(home, "1 ✓ open", "1 … goedgekeurd, nog niet open", somebody.address(26));
    assertSays(
        Browser.of("lieke@routit.example").get("/backoffice"), "goedgekeurd maar nog niet open");
    Asking.withdraw(somebody.browser(), approved);
  }

  @Test
  void abuseComesFirstAndGoesOnceItIsAnswered() {
    var somebody = Somebody.withConnection();
    var stranger = Somebody.withoutAnything().browser();
    long exemption = somebody.opens(25);
    String address = somebody.address(25);
    long id = Cases.blockedOf(somebody.browser(), KARIM, address);
    String number = KARIM.get(Cases.PATH + id).find("<h1>(AB-\\d{4}-\\d+)").orElseThrow();

    var home = somebody.browser().get("/");
    assertSays(
        home,
        "Eén taak vraagt uw aandacht",
        "Eén uitzondering is geblokkeerd wegens misbruik",
        address + " — poort 25 gaat dicht wegens misbruik",
        "5 punten van het onderzoek wachten op uw antwoord (" + number + ")");
    assertSaysNot(home, "In behandeling bij RoutIT");
    assertSays(Browser.of("lieke@routit.example").get("/backoffice"), "nog niet bevestigd");
    assertLeadBothWays(somebody.browser(), "", id);
    assertLeadBothWays(KARIM, "/backoffice", id);

    for (var kind : ItemKind.values()) {
      Cases.answer(somebody.browser(), id, kind, "uitgezocht");
    }
    var answered = somebody.browser().get("/");
    assertSaysNot(answered, "wachten op uw antwoord");
    assertSays(answered, "In behandeling bij RoutIT", number);
    assertSays(KARIM.get("/backoffice"), "antwoord dat op een oordeel wacht");
    assertTrue(KARIM.get("/backoffice/abuse?task=to_judge").says(number));
    assertFalse(KARIM.get("/backoffice/abuse?task=to_close").says(number));

    assertSaysNot(stranger.get("/"), number, address, somebody.number(exemption));
  }

  /** From the case to its ticket and back. */
  private static void assertLeadBothWays(Browser who, String base, long id) {
    String ticket =
        who.get(base + "/abuse/" + id).find("href=\"(" + base + "/tickets/\\d+)\"").orElseThrow();
    assertTrue(who.get(ticket).html().contains("href=\"" + base + "/abuse/" + id + "\""));
  }

  @Test
  void eachRoleOfStaffFindsItsOwnWorkFirst() {
    var somebody = Somebody.withConnection();
    long id = somebody.asks(25);
    var karim = KARIM.get("/backoffice");
    assertSays(karim, "Tickets op termijn", "Besluit eerst over wat het eerst afloopt");
    assertTrue(karim.html().contains("href=\"/backoffice/tickets?view=unassigned\""));
    assertSays(KARIM.get("/backoffice/tickets?view=unassigned"), "Zonder behandelaar");
    Asking.approve(KARIM, id, List.of());

    var lieke = Browser.of("lieke@routit.example").get("/backoffice");
    assertSays(lieke, "Bevestigen wat het netwerk doet", "Voor u", "Voor anderen");
    assertTrue(lieke.text().indexOf("Voor u") < lieke.text().indexOf("Tickets op termijn"));
    assertTrue(lieke.html().contains("href=\"/backoffice/exemptions?task=to_open\""));

    assertSays(Browser.of("mirjam@routit.example").get("/backoffice"), "U kunt besluiten");
    var oscar = Browser.of("oscar@routit.example").get("/backoffice");
    assertSays(oscar, "U kunt alles lezen", "Wat er verder wacht");
    assertFalse(oscar.html().contains("method=\"post\" action=\"/backoffice"), "an auditor reads");
    assertSays(
        Browser.of("oscar@routit.example").inEnglish().get("/backoffice"),
        "You can read everything");
    Asking.withdraw(somebody.browser(), id);
  }

  @Test
  void aPartnerDoesNotComeToStaffsHome() {
    assertEquals(403, Somebody.withoutAnything().browser().get("/backoffice").status());
    assertEquals("/backoffice", KARIM.get("/").location());
  }
}
