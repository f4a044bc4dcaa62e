package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.AUDITOR;
import static nl.poort25.exemption.Asking.DAAN;
import static nl.poort25.exemption.Asking.NETWORK;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.SANNE;
import static nl.poort25.exemption.Asking.approve;
import static nl.poort25.exemption.Asking.confirm;
import static nl.poort25.exemption.Asking.open;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.servers;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.staffPath;
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

/** Staff decides on a request, and the network role confirms what is open. */
class ExemptionDecisionIT {
  private static final Browser noor = Browser.of(NOOR);
  private static final Browser karim = Browser.of(REVIEWER);
  private static final Browser lieke = Browser.of(NETWORK);

  private long request() {
    return sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.18"));
  }

  @Test
  void approvedIsNotOpenUntilTheNetworkConfirmsIt() {
    long id = request();
    assertEquals(303, approve(karim, id, List.of()).status());
    var approved = noor.get("/exemptions/" + id);
    assertTrue(approved.says("goedgekeurd, nog niet open"), approved.toString());
    assertEquals(403, confirm(karim, id, "opened").status(), "a reviewer confirms nothing");
    assertEquals(303, confirm(lieke, id, "opened").status());
    var open = noor.get("/exemptions/" + id);
    assertTrue(open.says("✓ open"), open.toString());
    assertTrue(open.says("bevestigd door RoutIT"), open.toString());
    assertFalse(open.says("iet overal"), "nothing is held back: " + open);
    assertTrue(open.says("gesloten"), "the ticket is closed once it is open");
    var seen = karim.get(staffPath(id));
    assertTrue(seen.says("bevestigd door Lieke Smit"), seen.toString());
    var mails = new Mailbox(Browser.of(ADMINISTRATOR)).of(NOOR);
    assertTrue(mails.says("is goedgekeurd"), mails.toString());
    assertTrue(mails.says(": poort 25 is open voor 203.0.113."), mails.toString());
  }

  @Test
  void aViolationIsApprovedOnlyWithAReason() {
    var sanne = Browser.of(SANNE);
    long id = sent(sanne, servers(sanne, "OWN_MAIL_SERVICE", "THW-2304", "198.51.100.77"));
    var refused = approve(karim, id, List.of());
    assertEquals(422, refused.status());
    assertTrue(
        refused.says("er is geen reden gegeven om ervan af te wijken: 4.2."), refused.toString());
    var done =
        approve(
            karim,
            id,
            List.of(),
            "overrule-NOT_OVER_A_TELEWORKER_LINE",
            "Verhuizing tot 1 januari.");
    assertEquals(303, done.status(), done.toString());
    var page = sanne.get("/exemptions/" + id);
    assertTrue(page.says("Afgeweken van:"), page.toString());
    assertTrue(page.says("Verhuizing tot 1 januari."));
    withdraw(sanne, id);
  }

  @Test
  void aRejectionCitesAnArticleAndSaysWhatWouldChangeIt() {
    long id = request();
    String version = version(karim.get(staffPath(id)));
    String path = staffPath(id) + "/rejection";
    var refused = karim.post(path, "version", version, "no-reason", "Nee.");
    assertEquals(422, refused.status());
    assertTrue(refused.says("portaalregel 4.11"), refused.toString());
    assertTrue(refused.html().contains(">Nee.</textarea>"), "what was typed is kept");
    assertEquals(
        303,
        karim
            .post(
                path,
                "version",
                version,
                "no-reason",
                "De derde partij is onbekend.",
                "cites",
                "A4_4",
                "cure",
                "Stuur documentatie mee.")
            .status());
    var page = noor.get("/exemptions/" + id);
    assertTrue(page.says("afgewezen"));
    assertTrue(page.says("Stuur documentatie mee."), page.toString());
    assertTrue(page.says("beleid, hoofdstuk 4, uitzondering 3"));
    assertTrue(new Mailbox(Browser.of(ADMINISTRATOR)).of(NOOR).says("is afgewezen"));
  }

  @Test
  void theSecondOfTwoIsToldWhatTheFirstDid() {
    long id = request();
    var mirjam = Browser.of(ADMINISTRATOR);
    String version = version(mirjam.get(staffPath(id)));
    assertEquals(303, approve(karim, id, List.of()).status());
    var late =
        mirjam.post(
            staffPath(id) + "/rejection",
            "version",
            version,
            "no-reason",
            "Nee.",
            "cites",
            "A4_4",
            "cure",
            "Iets.");
    assertEquals(409, late.status());
    assertTrue(late.says("Iemand anders was u voor. Goedgekeurd , Karim Bos"), late.toString());
  }

  @Test
  void onlyTheRightRolesAct() {
    long id = request();
    for (var who : List.of(Browser.of(AUDITOR), lieke)) {
      var page = who.get(staffPath(id));
      assertEquals(200, page.status());
      assertFalse(page.html().contains("/approval"));
      for (String act : List.of("/approval", "/rejection", "/ending")) {
        assertEquals(403, who.post(staffPath(id) + act, "version", "1", "line", "1").status(), act);
      }
    }
    for (var who : List.of(noor, Browser.of(AUDITOR))) {
      for (String act : List.of("/opened", "/closed")) {
        assertEquals(403, who.post(staffPath(id) + act, "line", "1").status());
      }
    }
    assertEquals(403, noor.get(staffPath(id)).status());
    assertEquals(404, karim.get(staffPath(999_999_999)).status());
    assertEquals(404, karim.post(staffPath(999_999_999) + "/approval", "line", "1").status());
  }

  @Test
  void whatIsWithdrawnOrEndedIsClosedOnlyWhenConfirmed() {
    long id = open(noor, "ZAK-0904", "192.0.2.19");
    assertEquals(303, withdraw(noor, id).status());
    var page = noor.get("/exemptions/" + id);
    assertTrue(page.says("nog niet bevestigd dat poort 25 dicht is"), page.toString());
    assertTrue(karim.get("/backoffice/exemptions?task=to_close").says("192.0.2.19"));
    assertEquals(303, confirm(lieke, id, "closed").status());
    assertFalse(noor.get("/exemptions/" + id).says("nog niet bevestigd dat poort 25 dicht is"));

    long other = open(noor, "ZAK-0904", "192.0.2.19");
    var staff = karim.get(staffPath(other));
    assertEquals(422, karim.post(staffPath(other) + "/ending", "version", version(staff)).status());
    assertEquals(
        303,
        karim
            .post(
                staffPath(other) + "/ending",
                "version",
                version(staff),
                "end-reason",
                "Niet meer nodig.")
            .status());
    assertTrue(noor.get("/exemptions/" + other).says("Niet meer nodig."));
  }

  @Test
  void thePartnerConfirmsThatItIsStillNeeded() {
    long id = open(noor, "ZAK-0904", "192.0.2.20");
    assertTrue(noor.get("/exemptions/" + id).says("Bevestigen vóór"));
    assertEquals(303, noor.post("/exemptions/" + id + "/confirmation").status());
    assertTrue(noor.get("/exemptions/" + id).says("Bevestigd dat de uitzondering nog nodig is"));
    assertEquals(404, Browser.of(DAAN).post("/exemptions/" + id + "/confirmation").status());
    withdraw(noor, id);
    assertEquals(409, noor.post("/exemptions/" + id + "/confirmation").status());
  }

  @Test
  void theListFindsAnExemptionByAddressNumberAndState() {
    long id = request();
    String number = karim.get(staffPath(id)).find("(P25-\\d{4}-\\d{4})").orElseThrow();
    assertTrue(karim.get("/backoffice/exemptions?q=" + number).says(number));
    assertTrue(karim.get("/backoffice/exemptions?q=192.0.2.18").says(number));
    assertTrue(karim.get("/backoffice/exemptions?state=submitted&kind=third_party").says(number));
    assertTrue(
        karim
            .get("/backoffice/exemptions?q=" + number)
            .html()
            .contains("href=\"" + staffPath(id) + "\""),
        "a narrowed list leads to the exemption too");
    assertFalse(karim.get("/backoffice/exemptions?q=192.0.2.250").says(number));
    assertFalse(karim.get("/backoffice/exemptions?state=rejected&q=" + number).says(number + " "));
    assertFalse(Browser.of(DAAN).get("/exemptions?q=" + number).says(number + " "));
  }
}
