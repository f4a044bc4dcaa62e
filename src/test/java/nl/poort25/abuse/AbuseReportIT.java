package nl.poort25.abuse;

import static nl.poort25.abuse.Cases.AUDITOR;
import static nl.poort25.abuse.Cases.PARTNER;
import static nl.poort25.abuse.Cases.PATH;
import static nl.poort25.abuse.Cases.REVIEWER;
import static nl.poort25.abuse.Cases.blocked;
import static nl.poort25.abuse.Cases.confirmed;
import static nl.poort25.abuse.Cases.report;
import static nl.poort25.abuse.Cases.reportVersion;
import static nl.poort25.abuse.Cases.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import nl.poort25.abusereport.Samples;
import nl.poort25.it.Browser;
import nl.poort25.it.Browser.SentFile;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the upload of a report to its place in a case, and what the partner sees of it. */
class AbuseReportIT {
  private static final String REPORTS = PATH + "reports";
  private static Browser karim;

  @BeforeAll
  static void start() {
    karim = Browser.of(REVIEWER);
  }

  @AfterEach
  void end() {
    Cases.endAll();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void aReportIsMatchedAndBlocksNothing() {
    String path = taken(karim, report("192.0.2.62"));
    var page = karim.get(path);
    assertTrue(page.says("Brug & Sluis, THW-2210"), page.toString());
    assertTrue(page.says("volgens de melding") && page.says("hier ingelezen"));
    assertTrue(page.says("laatste server van het bericht (Received)"));
    assertFalse(Browser.of(PARTNER).get("/abuse").says("192.0.2.62"));
    assertTrue(karim.get(REPORTS + "?q=192.0.2.62").html().contains(path + "\""));
  }

  @Test
  void theSameReportIsTakenOnce() {
    String report = report("192.0.2.62");
    String path = taken(karim, report);
    assertEquals(path, taken(karim, report));
    var other = SentFile.of("klacht.eml", "\r\n" + report.replace("\n", "\r\n") + "\r\n");
    assertEquals(path, karim.uploadOne(REPORTS, other).location(), "with other line ends");
  }

  /** FAULTS 22: one field that says nothing kept the rest from being taken. */
  @Test
  void staffNamesTheAddressThatAReportDoesNot() {
    String path = taken(karim, report("unknown").replace("198.51.100.9", "192.0.2.62"));
    var page = karim.get(path);
    assertTrue(page.says("Niet gelezen Source-IP: unknown"), page.toString());
    assertTrue(page.says("De melding noemt geen adres"), page.toString());
    assertTrue(page.html().contains("value=\"192.0.2.62\""), "proposed by the chain: " + page);
    assertFalse(page.html().contains("/confirmation"), "there is nothing to confirm yet");
    String version = reportVersion(karim, path);
    var refused = karim.post(path + "/address", "version", version, "address", "onbekend");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("value=\"onbekend\""), refused.toString());
    assertEquals(403, Browser.of(AUDITOR).post(path + "/address", "version", "0").status());
    var done = karim.post(path + "/address", "version", version, "address", "192.0.2.62");
    assertEquals(303, done.status(), done.toString());
    var named = karim.get(path);
    assertTrue(named.says("Brug & Sluis, THW-2210"), named.toString());
    assertTrue(named.says("Adres ingevuld"), named.toString());
    assertTrue(named.html().contains("/confirmation"));
    assertEquals(
        409,
        karim.post(path + "/address", "version", version, "address", "192.0.2.61").status(),
        "somebody was before");
    var log = Browser.of(AUDITOR).get("/backoffice/log?type=report");
    assertTrue(log.says("Adres van melding opgegeven"), log.toString());
    var confirmed =
        karim.post(
            path + "/confirmation",
            "version",
            reportVersion(karim, path),
            "address",
            "192.0.2.62",
            "moment",
            "REPORTED");
    assertEquals(303, confirmed.status(), confirmed.toString());
  }

  @Test
  void aPlainComplaintIsKeptAndCanBeDismissedToo() {
    String path = taken(karim, "Geachte heer, u stuurt spam " + report("192.0.2.62"));
    var page = karim.get(path);
    assertTrue(page.says("gewone melding"), page.toString());
    assertTrue(page.says("u stuurt spam"), page.toString());
    String version = reportVersion(karim, path);
    assertEquals(
        303, karim.post(path + "/dismissal", "version", version, "why", "geen adres").status());
    assertEquals(
        409, karim.post(path + "/address", "version", version, "address", "192.0.2.62").status());
  }

  @Test
  void whatStandsBehindTheEndIsSaid() {
    var outcome =
        karim.post(REPORTS, "reports", report("192.0.2.62") + "\n" + report("192.0.2.61"));
    assertEquals(422, outcome.status());
    assertTrue(outcome.says("Dit deel is niet gelezen:"), outcome.toString());
    assertTrue(outcome.says("Na het einde van het bericht, vanaf regel"), outcome.toString());
  }

  /** FAULTS 21, 45 and "must hold" of issue 14. */
  @Test
  void ofAThousandWithTenBadOnesTheOthersAreTaken() {
    String file = Samples.thousand().replace("X-Number: ", "X-Number: " + System.nanoTime() + "-");
    var begin = Instant.now();
    var outcome = karim.uploadOne(REPORTS, SentFile.of("klachten.mbox", file));
    var took = Duration.between(begin, Instant.now());
    System.out.println("1,000 reports, 10 of them bad: " + took.toMillis() + " ms");
    assertEquals(422, outcome.status());
    assertTrue(outcome.says("Ingelezen: 990. Niet ingelezen: 10."), outcome.toString());
    for (int n = 100; n <= 1000; n += 100) {
      assertTrue(
          outcome.says("Bericht " + (n < 1000 ? n : "1.000") + " : ! niet ingelezen"), "" + n);
    }
    assertTrue(outcome.says("Bericht 999 : ✓ ingelezen"), "message 999");
    assertTrue(took.toSeconds() < 80, took + "");
  }

  @Test
  void whatCannotBeReadIsSaidInWordsAndKept() {
    var refused = karim.post(REPORTS, "reports", "{\"ticket\": \"u stuurt spam\"}");
    assertEquals(422, refused.status());
    assertTrue(
        refused.says("Dit is JSON, maar geen XARF 3 of 4. Gevonden: ticket."), refused.toString());
    assertTrue(refused.html().contains("u stuurt spam&quot;}</textarea>"), refused.toString());
    assertEquals(422, karim.post(REPORTS, "reports", "").status());
  }

  @Test
  void aFileIsReadByteForByte() {
    var eml = SentFile.of("klacht.eml", report("192.0.2.62"));
    var done = karim.uploadOne(REPORTS, eml, "reports", "");
    assertEquals(303, done.status(), done.toString());
    assertEquals(done.location(), karim.uploadOne(REPORTS, eml).location(), "it was there already");
    var none = karim.uploadOne(REPORTS, new SentFile("x.eml", new byte[] {(byte) 0xff, 0, 13}));
    assertEquals(422, none.status());
    assertTrue(none.says("Dit is geen tekst, maar een bestand"), none.toString());
    assertTrue(none.html().contains("href=\"#file\""), "the fault is at the file");
    var both = karim.uploadOne(REPORTS, eml, "reports", "ook geplakt");
    assertEquals(422, both.status());
    assertTrue(
        both.says("U koos het bestand klacht.eml en plakte hier ook tekst."), both.toString());
    assertTrue(both.html().contains("ook geplakt</textarea>"));
  }

  @Test
  void aMailboxFileMayBeLargerThanAForm() {
    String line = "y".repeat(900) + "\n";
    String mailbox =
        "From x\nContent-Type: multipart/report\n\n"
            + line.repeat(400)
            + "\nFrom y\n"
            + report("192.0.2.62");
    var outcome = karim.uploadOne(REPORTS, SentFile.of("klachten.mbox", mailbox));
    assertEquals(422, outcome.status());
    assertTrue(outcome.says("Bericht 1 : ! niet ingelezen"), outcome.toString());
    assertTrue(outcome.says("Bericht 2 : ✓ ingelezen"), outcome.toString());
    var large = SentFile.of("groot.mbox", "x".repeat(10240 * 1024 + 1));
    assertTrue(karim.uploadOne(REPORTS, large).says("groot.mbox is te groot: maximaal 10 MB"));
  }

  @Test
  void aMailboxTellsWhatBecameOfEach() {
    String mailbox =
        "From x\n"
            + report("192.0.2.62")
            + "\nFrom y\nContent-Type: multipart/report\n\nniets\n\nFrom z\n"
            + report("203.0.113.200");
    var outcome = karim.post(REPORTS, "reports", mailbox);
    assertEquals(422, outcome.status());
    assertTrue(outcome.says("Bericht 2 : ! niet ingelezen"), outcome.toString());
    var unmatched = karim.get(REPORTS + "?state=unmatched&q=203.0.113.200");
    assertTrue(unmatched.says("geen houder gevonden"), unmatched.toString());
  }

  @Test
  void aReportIsOfAddressAndMomentThatStaffConfirms() {
    String path = taken(karim, report("203.0.113.201"));
    String version = reportVersion(karim, path);
    var nobody =
        karim.post(
            path + "/confirmation",
            "version",
            version,
            "address",
            "203.0.113.201",
            "moment",
            "UPLOADED");
    assertEquals(422, nobody.status());
    assertTrue(nobody.says("Niemand had 203.0.113.201 op dat tijdstip."), nobody.toString());
    assertEquals(
        422, karim.post(path + "/confirmation", "version", version, "address", "x").status());
    var done =
        karim.post(
            path + "/confirmation",
            "version",
            version,
            "address",
            "192.0.2.62",
            "moment",
            "UPLOADED");
    assertEquals(303, done.status());
    assertTrue(karim.get(path).says("Adres en tijdstip zijn bevestigd. Besluit"));
    assertEquals(
        409,
        karim
            .post(
                path + "/confirmation",
                "version",
                version,
                "address",
                "192.0.2.62",
                "moment",
                "UPLOADED")
            .status());
  }

  @Test
  void oneCaseTakesAllConfirmedReportsOfItsAddressAndDay() {
    String address = "192.0.2.62";
    String first = taken(karim, report(address));
    String second = confirmed(karim, report(address), address, "others", "true");
    var page = karim.get(PATH + "new?report=" + id(second));
    assertTrue(page.says("bevestigde meldingen horen bij deze zaak."), page.toString());
    long opened = blocked(karim, address, "report", id(second));
    assertTrue(karim.get(first).says("Deze melding hoort bij een zaak:"), first);
    assertTrue(karim.get(second).says("Deze melding hoort bij een zaak:"));
    String later = confirmed(karim, report(address), address);
    var gathered = karim.post(later + "/case", "version", reportVersion(karim, later));
    assertEquals(PATH + opened, gathered.location());
  }

  @Test
  void aReportIsAGroundOnlyOnceItIsConfirmedAndOnlyForItsAddress() {
    String unconfirmed = taken(karim, report("192.0.2.64"));
    assertEquals(409, Cases.block(karim, "192.0.2.64", "report", id(unconfirmed)).status());
    String other = confirmed(karim, report("192.0.2.61"), "192.0.2.61");
    var refused = Cases.block(karim, "192.0.2.64", "report", id(other));
    assertEquals(422, refused.status());
    assertTrue(refused.says("Voeg het adres van melding"), refused.toString());
  }

  @Test
  void aDismissedReportStaysInItsList() {
    String path = taken(karim, report("192.0.2.62"));
    String version = reportVersion(karim, path);
    assertEquals(422, karim.post(path + "/dismissal", "version", version).status());
    assertEquals(
        303, karim.post(path + "/dismissal", "version", version, "why", "dubbel").status());
    assertTrue(karim.get(REPORTS + "?state=dismissed").html().contains(path + "\""));
    assertEquals(
        409, karim.post(path + "/dismissal", "version", version, "why", "nog eens").status());
  }

  @Test
  void anAuditorReadsAndAPartnerDoesNot() {
    String path = taken(karim, report("192.0.2.62"));
    var auditor = Browser.of(AUDITOR);
    assertEquals(200, auditor.get(path).status());
    assertEquals(403, Browser.of(PARTNER).get(path).status());
    assertEquals(403, auditor.post(REPORTS, "reports", "x").status());
    for (String verb : new String[] {"/confirmation", "/dismissal", "/case"}) {
      assertEquals(403, auditor.post(path + verb, "version", "0", "why", "x").status(), verb);
    }
    assertEquals(404, karim.get(REPORTS + "/999999999").status());
  }

  @Test
  void noComplainantShowsThroughPageOrMailOfThePartner() {
    String path = confirmed(karim, report("192.0.2.62"), "192.0.2.62");
    long opened = blocked(karim, "192.0.2.62", "report", id(path));
    var daan = Browser.of(PARTNER);
    for (var page :
        new Visit[] {
          daan.get("/abuse/" + opened),
          daan.inEnglish().get("/abuse/" + opened),
          daan.get("/abuse"),
          daan.get("/"),
          mail(opened)
        }) {
      for (String trace : Samples.COMPLAINANT) {
        assertFalse(page.html().contains(trace), trace + " in " + page);
      }
    }
    assertTrue(daan.get("/abuse/" + opened).says("192.0.2.62"));
  }

  /** All mail to the partner's administrator, once that of the case has been put into words. */
  private Visit mail(long opened) {
    var deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      var page = new Mailbox(karim).of(PARTNER);
      if (page.html().contains("/abuse/" + opened)) {
        return page;
      }
      assertTrue(Instant.now().isBefore(deadline), page::toString);
    }
  }
}
