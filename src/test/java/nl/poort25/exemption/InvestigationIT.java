package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.DAAN;
import static nl.poort25.exemption.Asking.NETWORK;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.approve;
import static nl.poort25.exemption.Asking.lines;
import static nl.poort25.exemption.Asking.open;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.staffPath;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.version;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way in while abuse is investigated (4.13, 4.14): one case, and nothing gets around it. */
class InvestigationIT {
  private static final String CONNECTIONS = "/backoffice/connections";
  private static final String HEADER = "reference;kind;partner;customer;site;addresses\n";
  private static final String ADDRESS = "192.0.2.66";
  private static final String REFERENCE = "ZAK-1017";

  private static Browser daan;
  private static Browser karim;
  private static Browser lieke;
  private static List<Long> asked;
  private static long opened;
  private static long waiting;
  private static long draft;
  private static List<String> waitingLines;
  private static String connection;

  @BeforeAll
  static void block() {
    daan = Browser.of(DAAN);
    karim = Browser.of(REVIEWER);
    lieke = Browser.of(NETWORK);
    opened = open(daan, REFERENCE, ADDRESS);
    waiting = sent(daan, thirdParty(daan, REFERENCE, source(), "192.0.2.67"));
    draft = thirdParty(daan, REFERENCE, source(), "192.0.2.68");
    asked = new ArrayList<>(List.of(opened, waiting, draft));
    waitingLines = lines(karim.get(staffPath(waiting)));
    nl.poort25.abuse.Cases.blocked(karim, ADDRESS);
    connection =
        lieke
            .get(CONNECTIONS + "?q=" + REFERENCE)
            .find("href=\"(" + CONNECTIONS + "/\\d+)\"[^>]*>" + REFERENCE)
            .orElseThrow();
  }

  @AfterAll
  static void end() {
    nl.poort25.abuse.Cases.endAll();
    asked.forEach(id -> withdraw(daan, id));
  }

  private static void assertInvestigated(Visit refused) {
    assertEquals(422, refused.status(), refused.toString());
    assertTrue(refused.says("onderzoek: AB-20"), refused.toString());
  }

  @Test
  void whatWasOpenIsBlocked() {
    assertTrue(daan.get("/exemptions/" + opened).says("geblokkeerd wegens misbruik"));
  }

  @Test
  void aNewRequestIsNotSentWhateverItIsFor() {
    assertInvestigated(sendAnyway(draft));
    assertTrue(daan.get("/exemptions/" + draft).says("concept"));
  }

  /** Although its check page has no button. */
  private static Visit sendAnyway(long id) {
    assertTrue(daan.get("/exemptions/" + id + "/submission").says("onderzoek: AB-20"));
    return daan.post(
        "/exemptions/" + id + "/submission",
        "version",
        version(daan.get("/exemptions/" + id + "/steps/use")),
        "violations",
        "NO_ABUSE_IS_INVESTIGATED",
        "measures",
        "true",
        "policy",
        "true");
  }

  @Test
  void aCopyOfWhatIsBlockedIsADraftThatIsNotSent() {
    var copied = daan.post("/exemptions/" + opened + "/copy");
    assertEquals(303, copied.status());
    long copy = Long.parseLong(copied.location().replaceAll("\\D+(\\d+).*", "$1"));
    asked.add(copy);
    assertInvestigated(sendAnyway(copy));
  }

  @Test
  void whatWaitsIsNotApprovedNorOverruled() {
    assertInvestigated(approve(karim, waiting, waitingLines));
    assertInvestigated(
        approve(
            karim,
            waiting,
            waitingLines,
            "overrule-NO_ABUSE_IS_INVESTIGATED",
            "Deze partner kennen we al jaren.",
            "reason",
            "toch"));
    assertInvestigated(approve(Browser.of(ADMINISTRATOR), waiting, waitingLines));
    assertTrue(daan.get("/exemptions/" + waiting).says("aangehouden: onderzoek naar misbruik"));
  }

  /** Its refusal asked for reasons first, which would not have helped. */
  @Test
  void whatCannotBeApprovedIsNotOfferedAndThePageSaysWhyAndWhatThen() {
    var page = karim.get(staffPath(waiting));
    assertFalse(page.html().contains("/approval\""), page.toString());
    assertTrue(page.html().contains("/rejection\""), "a rejection opens nothing");
    assertTrue(page.says("Goedkeuren is nu niet mogelijk"), page.toString());
    assertTrue(page.html().contains("href=\"/policy#art-4-14\""), page.toString());
    assertTrue(page.find("href=\"(/backoffice/abuse/\\d+)\">AB-20").isPresent(), page.toString());
    var refused = approve(karim, waiting, waitingLines);
    assertFalse(refused.says("geen reden gegeven"), refused.toString());
  }

  @Test
  void whatIsOpenedOnTheConnectionIsWarnedOf() {
    for (var page :
        List.of(
            daan.get("/exemptions/" + draft + "/submission"),
            daan.get("/exemptions/" + waiting),
            karim.get(staffPath(waiting)))) {
      assertTrue(page.says("onderzoek naar misbruik op verbinding " + REFERENCE), "" + page);
      assertTrue(page.html().contains("href=\"/policy#art-4-13\""), page.toString());
    }
    var english = Browser.of(DAAN).inEnglish().get("/exemptions/" + draft + "/submission");
    assertTrue(
        english.says("Abuse on connection " + REFERENCE + " is being investigated"), "" + english);
    long elsewhere = thirdParty(Browser.known(NOOR), "ZAK-0904", source(), "192.0.2.18");
    var other = Browser.known(NOOR).get("/exemptions/" + elsewhere + "/submission");
    assertFalse(other.html().contains("#art-4-13"), other.toString());
    withdraw(Browser.known(NOOR), elsewhere);
  }

  /** 4.9 and 4.14: nobody may open it meanwhile, so the clock stands still. */
  @Test
  void theTermOfWhatIsHeldStandsStill() {
    for (var page : List.of(daan.get("/exemptions/" + waiting), karim.get(staffPath(waiting)))) {
      assertTrue(page.says("staat stil tijdens het onderzoek naar misbruik"), page.toString());
      assertTrue(page.html().contains("href=\"/policy#art-4-14\""), page.toString());
      assertFalse(page.says("Antwoord uiterlijk"), page.toString());
    }
    var english = Browser.of(DAAN).inEnglish().get("/exemptions/" + waiting);
    assertTrue(english.says("on hold: abuse investigation"), english.toString());
    assertTrue(english.says("on hold during the abuse investigation"), english.toString());
  }

  @Test
  void neitherTheNetworkNorThePartnerReopensWhatIsBlocked() {
    var fields = new ArrayList<>(List.of("opened-note", "weer open"));
    lines(lieke.get(staffPath(opened))).forEach(line -> fields.addAll(List.of("line", line)));
    assertTrue(fields.size() > 2, "the page offers the line to be closed");
    assertEquals(
        409, lieke.post(staffPath(opened) + "/opened", fields.toArray(String[]::new)).status());
    daan.post("/exemptions/" + opened + "/confirmation");
    assertTrue(daan.get("/exemptions/" + opened).says("geblokkeerd wegens misbruik"));
    assertEquals(409, approve(karim, opened, List.of("1")).status(), "it waits for no decision");
  }

  @Test
  void noAddressLeavesItsConnection() {
    String removal =
        lieke
            .get(connection)
            .find("href=\"(" + CONNECTIONS + "/\\d+/ranges/\\d+/removal)\"")
            .orElseThrow();
    var page = lieke.get(removal);
    assertTrue(page.says("Er loopt een misbruikonderzoek."), page.toString());
    assertInvestigated(lieke.post(removal, closing(page)));
  }

  @Test
  void theConnectionDoesNotEnd() {
    var page = lieke.get(connection + "/ending");
    assertInvestigated(lieke.post(connection + "/ending", closing(page)));
  }

  /** All that its form can say: also that what is open shall be closed. */
  private static String[] closing(Visit page) {
    return new String[] {
      "version",
      version(page),
      "sure",
      "true",
      "close",
      "true",
      "reason",
      "verhuisd",
      "seen",
      page.find("name=\"seen\" value=\"([^\"]*)\"").orElse("")
    };
  }

  @Test
  void theConnectionDoesNotBecomeOfAnotherKind() {
    String path = connection + "/change";
    for (String kind : List.of("COLOCATION", "TELEWORKER_LINE")) {
      assertInvestigated(lieke.post(path, "version", version(lieke.get(path)), "kind", kind));
    }
    assertTrue(lieke.get(connection).says("Zakelijke lijn"));
  }

  @Test
  void noOtherConnectionOrPartnerGetsTheAddress() {
    for (String partner : List.of("Polder Networks", "Brug & Sluis")) {
      String id =
          lieke
              .get(CONNECTIONS + "/new")
              .find("<option value=\"(\\d+)\"[^>]*>" + partner.replace("&", "&amp;") + "</option>")
              .orElseThrow();
      assertInvestigated(
          lieke.post(
              CONNECTIONS,
              "reference",
              "IT-MOVED-1",
              "partner",
              id,
              "kind",
              "BUSINESS_LINE",
              "addresses",
              ADDRESS));
      assertInvestigated(
          lieke.post(
              CONNECTIONS + "/imports",
              "text",
              HEADER + "IT-MOVED-2;business line;" + partner + ";;;" + ADDRESS + "\n"));
    }
    String other =
        lieke
            .get(CONNECTIONS + "?q=ZAK-0904")
            .find("href=\"(" + CONNECTIONS + "/\\d+)\"[^>]*>ZAK-0904")
            .orElseThrow();
    assertInvestigated(lieke.post(other + "/ranges", "addresses", ADDRESS));
  }

  @Test
  void thePrefixStaysInTheNetwork() {
    String removal =
        lieke
            .get("/backoffice/prefixes")
            .find("href=\"(/backoffice/prefixes/\\d+/removal)\"")
            .orElseThrow();
    var page = lieke.get(removal);
    assertTrue(page.says("192.0.2.0/24"), page.toString());
    assertInvestigated(
        lieke.post(
            removal,
            "sure",
            "true",
            "close",
            "true",
            "reason",
            "weg",
            "seen",
            page.find("name=\"seen\" value=\"([^\"]*)\"").orElse("")));
  }

  @Test
  void noSecondCaseOnTheSameAddressHidesTheFirst() {
    var again = nl.poort25.abuse.Cases.block(karim, ADDRESS);
    assertEquals(422, again.status());
    assertTrue(again.says("Al geblokkeerd in een open zaak: " + ADDRESS), again.toString());
  }
}
