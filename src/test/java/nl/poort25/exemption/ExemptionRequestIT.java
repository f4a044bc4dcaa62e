package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.DAAN;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.SANNE;
import static nl.poort25.exemption.Asking.begin;
import static nl.poort25.exemption.Asking.connection;
import static nl.poort25.exemption.Asking.save;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.servers;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.version;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import org.junit.jupiter.api.Test;

/** A partner asks for port 25 to be opened. */
class ExemptionRequestIT {
  private static final Browser noor = Browser.of(NOOR);

  @Test
  void beginsWithWhatMakesMostRequestsNeedless() {
    var page = noor.get("/exemptions/new");
    assertTrue(page.says("Vaak is geen uitzondering nodig"), page.toString());
    assertTrue(page.says("poort 587"));
    assertEquals(422, noor.post("/exemptions/new", "kind", "").status());
  }

  @Test
  void becomesATicketWithADeadlineAndAMail() {
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.17"));
    var page = noor.get("/exemptions/" + id);
    String number = page.find("(P25-\\d{4}-\\d{4})").orElseThrow();
    assertTrue(page.says("wacht op besluit"), page.toString());
    assertTrue(page.says("17:00:00"), page.toString());
    assertTrue(page.says("203.0.113."), page.toString());
    assertTrue(
        new Mailbox(Browser.of("mirjam@routit.example")).of(NOOR).says(number + ": ontvangen"));
    assertTrue(noor.get("/exemptions").says(number));
    assertTrue(Browser.of(REVIEWER).get("/backoffice/tickets").says(number));
  }

  @Test
  void isKeptAtEveryStepAndSeenByNobodyElse() {
    long id = begin(noor, "THIRD_PARTY");
    assertEquals(
        303, save(noor, id, "connection", "connection", connection(noor, id, "ZAK-0904")).status());
    var check = noor.get("/exemptions/" + id + "/submission");
    assertTrue(check.says("ZAK-0904"));
    assertTrue(check.says("Er ontbreekt nog iets."));
    var daan = Browser.of(DAAN);
    for (String path :
        List.of("", "/submission", "/steps/kind", "/steps/connection", "/withdrawal")) {
      assertEquals(404, daan.get("/exemptions/" + id + path).status(), path);
      assertEquals(403, Browser.of(REVIEWER).get("/exemptions/" + id + path).status(), path);
    }
    for (String path : List.of("/submission", "/steps/use", "/withdrawal", "/copy")) {
      assertEquals(
          404, daan.post("/exemptions/" + id + path, "version", "0", "sure", "true").status());
    }
    assertEquals(404, Browser.of(REVIEWER).get("/backoffice/exemptions/" + id).status());
    sent(noor, complete(id));
    assertEquals(200, Browser.of(REVIEWER).get("/backoffice/exemptions/" + id).status());
  }

  @Test
  void whatIsNotFilledInYetIsNeitherRightNorWrong() {
    long id = begin(noor, "COLOCATION");
    var check = noor.get("/exemptions/" + id + "/submission");
    assertTrue(check.says("nog niet te beoordelen"), check.toString());
    assertFalse(check.html().contains("finding-sign is-bad"), check.html());
    assertFalse(check.html().contains("status-word is-bad"), "untouched steps are no fault");
    long rulesThatHold =
        check.html().lines().filter(line -> line.contains("finding-sign is-ok")).count();
    assertEquals(1, rulesThatHold, "there is no abuse, and nothing else can be said yet");
  }

  @Test
  void theOverviewKeepsTheStepOrSaysWhatIsWrongWithIt() {
    long id = begin(noor, "COLOCATION");
    String overview = "/exemptions/" + id + "/submission";
    assertEquals(overview, save(noor, id, "use", "overview", "1", "volume", "").location());
    var wrong = save(noor, id, "use", "overview", "1", "volume", "12", "purpose", "x".repeat(1001));
    assertEquals(422, wrong.status());
    assertTrue(wrong.html().contains("value=\"12\""), "what was typed stays");
    assertTrue(wrong.says("zonder deze stap te bewaren"), wrong.toString());
    var kept = save(noor, id, "use", "overview", "1", "volume", "12", "purpose", "Nieuwsbrief");
    assertEquals(overview, kept.location(), kept.toString());
    assertTrue(noor.get(overview).says("Nieuwsbrief"));
  }

  private long complete(long id) {
    Asking.saved(
        noor,
        id,
        "third-party",
        "third-party",
        "Filter",
        "documentation",
        "mail van hen",
        "sources",
        source());
    Asking.saved(noor, id, "destinations", "destinations", "192.0.2.17");
    Asking.saved(noor, id, "use", "volume", "1", "purpose", "proef");
    Asking.saved(noor, id, "measures", "measures-text", "alles");
    Asking.saved(
        noor,
        id,
        "contact",
        "contact-name",
        "x",
        "contact-email",
        "a@polder.example",
        "contact-phone",
        "0101234567");
    return id;
  }

  @Test
  void takesNoConnectionOfAnotherPartner() {
    var daan = Browser.of(DAAN);
    long his = begin(daan, "THIRD_PARTY");
    String foreign = connection(daan, his, "ZAK-1017");
    withdraw(daan, his);
    long id = begin(noor, "THIRD_PARTY");
    var refused = save(noor, id, "connection", "connection", foreign);
    assertEquals(422, refused.status());
    assertTrue(refused.says("Maak een keuze."), refused.toString());
  }

  @Test
  void goesToTheMailServerThatWasAskedFor() {
    long id = begin(noor, "COLOCATION");
    var page = save(noor, id, "servers", "host-0", "mx.polder.example", "more", "1");
    assertEquals(200, page.status());
    assertTrue(page.html().contains("value=\"mx.polder.example\""), page.toString());
    String focused = page.html().replaceFirst("(?s).*autofocus=\"autofocus\"", "");
    // two rows stand there to begin with
    assertTrue(focused.contains("id=\"host-2\""), page.toString());
    assertTrue(!focused.contains("id=\"host-1\"") && !focused.contains("autofocus"));
  }

  @Test
  void refusesWhatIsNoAddressWithTheCure() {
    long id = begin(noor, "COLOCATION");
    var refused =
        save(
            noor,
            id,
            "servers",
            "host-0",
            "192.0.2.9",
            "ipv4-0",
            "192.0.2.17/24",
            "ipv6-0",
            "::ffff:192.0.2.1",
            "product-0",
            "Postfix",
            "manager-0",
            "wij");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("host-0-error"), refused.toString());
    assertTrue(refused.html().contains("ipv4-0-error"));
    assertTrue(refused.html().contains("ipv6-0-error"));
    assertTrue(refused.html().contains("value=\"Postfix\""), "what was typed is kept");
  }

  @Test
  void aViolationIsSentOnlyByWhoHasSeenIt() {
    var sanne = Browser.of(SANNE);
    long id = servers(sanne, "OWN_MAIL_SERVICE", "THW-2304", "198.51.100.77");
    String path = "/exemptions/" + id + "/submission";
    var check = sanne.get(path);
    assertTrue(check.says("THW-2304 is een thuiswerkerlijn."), check.toString());
    assertTrue(check.says("beleid, hoofdstuk 4, uitzondering 1"));
    assertTrue(check.says("Toch indienen"));
    var unseen = sanne.post(path, "version", version(check), "measures", "true", "policy", "true");
    assertEquals(422, unseen.status());
    assertTrue(unseen.says("Het oordeel is gewijzigd"), unseen.toString());
    sent(sanne, id);
    assertTrue(Browser.of(REVIEWER).get("/backoffice/tickets").says("aan 1 niet voldaan"));
    assertEquals(303, withdraw(sanne, id).status());
  }

  @Test
  void needsBothAcknowledgements() {
    long id = thirdParty(noor, "ZAK-0904", source(), "192.0.2.17");
    String path = "/exemptions/" + id + "/submission";
    String version = version(noor.get(path));
    for (String one : List.of("measures", "policy")) {
      var refused = noor.post(path, "version", version, "violations", "", one, "true");
      assertEquals(422, refused.status());
      assertFalse(refused.html().contains("id=\"" + one + "-error\""), one);
    }
    assertTrue(noor.get("/exemptions/" + id).says("concept"));
  }

  @Test
  void sentTwiceItIsOneTicket() {
    long id = thirdParty(noor, "ZAK-0904", source(), "192.0.2.17");
    String version = version(noor.get("/exemptions/" + id + "/submission"));
    sent(noor, id);
    var twice =
        noor.post(
            "/exemptions/" + id + "/submission",
            "version",
            version,
            "violations",
            "",
            "measures",
            "true",
            "policy",
            "true");
    assertEquals(409, twice.status());
    assertEquals(409, noor.get("/exemptions/" + id + "/steps/use").status());
  }

  @Test
  void isWithdrawnAtAnyTimeAndCopiedIntoANewOne() {
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.17"));
    assertEquals(
        422, noor.post("/exemptions/" + id + "/withdrawal", "version", versionOf(id)).status());
    assertEquals(303, withdraw(noor, id).status());
    assertTrue(noor.get("/exemptions/" + id).says("ingetrokken"));
    assertEquals(409, noor.get("/exemptions/" + id + "/withdrawal").status());
    var copied = noor.post("/exemptions/" + id + "/copy");
    assertEquals(303, copied.status());
    assertTrue(noor.get(copied.location()).says("Mailfilter BV"));
    long copy = Long.parseLong(copied.location().replaceAll("\\D+(\\d+)/submission", "$1"));
    assertEquals(303, withdraw(noor, copy).status());
    assertEquals(404, noor.get("/exemptions/" + copy).status(), "a draft is thrown away");
  }

  private String versionOf(long id) {
    return version(noor.get("/exemptions/" + id + "/withdrawal"));
  }

  @Test
  void theSamePairIsAskedOnce() {
    String source = source();
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source, "192.0.2.17"));
    long again = thirdParty(noor, "ZAK-0904", source, "192.0.2.17");
    var check = noor.get("/exemptions/" + again + "/submission");
    assertTrue(check.says("Dit paar staat al in een uitzondering"), check.toString());
    withdraw(noor, id);
    assertFalse(noor.get("/exemptions/" + again + "/submission").says("Dit paar staat al in"));
  }

  @Test
  void takesNothingFromAnotherSite() {
    var answer =
        noor.send(
            Browser.request("/exemptions/new")
                .header("Origin", "https://elders.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("kind=COLOCATION")));
    assertEquals(403, answer.status());
  }
}
