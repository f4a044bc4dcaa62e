package nl.poort25.mx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import nl.poort25.mailservice.Orders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A look at the DNS through the pages, from the button to the verdict; the portal asks TestDns. */
class MxCheckIT {
  private static final String BOTH = "10 smtp.routit.net, 20 smtp1.routit.net";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static TestDns dns;
  private static Browser sanne;
  private static Browser karim;

  @BeforeAll
  static void start() {
    dns = TestDns.startForPortal();
    sanne = Browser.of("sanne@havenkantoor.example");
    karim = Browser.of("karim@routit.example");
  }

  @AfterAll
  static void stop() {
    dns.close();
  }

  /** POLICY 3's table, as a reader sees it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        BOTH + " | zijn goed | 10 smtp.routit.net ✓ Goed",
        BOTH + ", 30 backup.example.net | zijn goed | 30 backup.example.net ✓ Mag blijven",
        BOTH + ", 21 backup.example.net | zijn goed | 21 backup.example.net ✓ Mag blijven",
        BOTH + ", 30 smtp.routit.net | zijn goed | 30 smtp.routit.net ✓ Mag blijven",
        BOTH
            + ", 20 backup.example.net | zijn niet goed"
            + " | 20 backup.example.net ! Verkeerd Verwijder dit record, of geef het een voorkeur"
            + " boven 20",
        BOTH
            + ", 5 mail.example.net | zijn niet goed"
            + " | 5 mail.example.net ! Verkeerd Verwijder dit record",
        BOTH
            + ", 5 smtp.routit.net | zijn niet goed"
            + " | 5 smtp.routit.net ! Verkeerd Verwijder dit record",
        "10 smtp.routit.net | zijn niet goed"
            + " | 20 smtp1.routit.net ! Ontbreekt Voeg toe: 20 smtp1.routit.net.",
        "20 smtp.routit.net, 10 smtp1.routit.net | zijn niet goed"
            + " | 20 smtp.routit.net ! Verwisseld Wijzig dit in: 10 smtp.routit.net.",
        "10 SMTP.RoutIT.net., 20 smtp1.ROUTIT.NET. | zijn goed | 10 smtp.routit.net ✓ Goed",
        "10 smtp.routit.net.example.nl, 20 smtp1.routit.net | zijn niet goed"
            + " | 10 smtp.routit.net.example.nl ! Punt ontbreekt Wijzig dit, met de punt aan"
            + " het eind, in: 10 smtp.routit.net.",
        "0 . | zijn niet goed | 0 . ! Null MX Verwijder dit record.",
        BOTH + ", 0 . | zijn niet goed | 0 . ! Null MX Verwijder dit record."
      })
  void judgesAsThePolicySays(String records, String judgement, String line) {
    var domain = new Domain().served();
    domain.mx(records);
    var page = domain.look(sanne);
    assertTrue(page.says("De MX-records van " + domain.name + " " + judgement), page::toString);
    assertTrue(page.says(line), page::toString);
    assertTrue(
        page.says("Een wijziging is binnen 1 uur (de TTL) overal zichtbaar"), page::toString);
  }

  @Test
  void tellsThatThereIsNoMx() {
    var domain = new Domain();
    dns.name(domain.name);
    var page = domain.look(sanne);
    assertTrue(page.says(domain.name + " bestaat, maar heeft geen MX-records"), page::toString);
    assertTrue(page.says("binnen 10 minuten (de TTL)"), page::toString);
  }

  @Test
  void tellsThatTheNameDoesNotExist() {
    var page = new Domain().look(sanne);
    assertTrue(page.says("bestaat niet in de DNS"), page::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "silent | er kwam niet op tijd antwoord",
        "servfail | SERVFAIL",
        "refused | REFUSED",
        "lame | kent de zone niet"
      })
  void saysNeitherRightNorWrongWhereItCannotLook(String how, String cause) {
    var domain = new Domain();
    dns.script(
        domain.name,
        switch (how) {
          case "silent" -> Script.SILENT;
          case "servfail" -> Script.SERVFAIL;
          case "refused" -> Script.REFUSED;
          default -> Script.LAME;
        });
    var page = domain.look(sanne);
    assertTrue(page.says("konden nu niet worden gecontroleerd"), page::toString);
    assertTrue(page.says(cause), page::toString);
    assertFalse(page.says("! Fout"), page::toString);
    assertFalse(page.says("✓ Goed"), page::toString);
  }

  /** To remove what takes the mail now would break it: that comes later, and is no fault. */
  @ParameterizedTest
  @ValueSource(strings = {"5 mail.example.net, 10 mail2.example.net", "0 ."})
  void recordsAreToBeChangedLaterWhereNoServiceIsActive(String records) {
    var domain = new Domain();
    domain.mx(records);
    var page = domain.look(sanne);
    String text = page.text();
    int warning = text.indexOf("Wijzig de MX-records nog niet.");
    assertTrue(warning > 0 && warning < text.indexOf("Later wijzigen"), page::toString);
    assertTrue(page.says("Doe dit pas als de maildienst actief is"), page::toString);
    String dns = page.html().substring(page.html().indexOf("id=\"dns-body\""));
    assertFalse(dns.substring(0, dns.indexOf("how-it-should-be")).contains("is-bad"), dns);
    domain.served();
    page = sanne.get(domain.path);
    assertTrue(page.says("! Fout De MX-records van " + domain.name), page::toString);
    assertFalse(page.says("Wijzig de MX-records nog niet."), page::toString);
  }

  @Test
  void speaksEnglish() {
    var domain = new Domain().served();
    domain.mx("10 smtp.routit.net");
    domain.look(sanne);
    var page = Browser.of("sanne@havenkantoor.example").inEnglish().get(domain.path);
    assertTrue(page.says("The MX records of " + domain.name + " are not correct"), page::toString);
    assertTrue(page.says("Add: 20 smtp1.routit.net."), page::toString);
  }

  @Test
  void looksOnceForAllWhoAskAtTheSameTime() throws Exception {
    var domain = new Domain();
    domain.mx(BOTH);
    var asked = new AtomicInteger();
    var all = new CountDownLatch(1);
    dns.script(
        domain.name,
        (query, answer, wire, overTcp) -> {
          asked.incrementAndGet();
          try {
            all.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return wire;
        });
    var pool = Executors.newFixedThreadPool(20);
    try {
      var clicks =
          IntStream.range(0, 20)
              .<Future<Visit>>mapToObj(i -> pool.submit(() -> domain.click(sanne)))
              .toList();
      for (var click : clicks) {
        assertEquals(303, click.get().status());
      }
      var page = sanne.get(domain.path);
      assertTrue(page.says("De DNS wordt nu gecontroleerd"), page::toString);
      assertEquals(204, domain.poll(sanne).status());
    } finally {
      all.countDown();
      pool.shutdown();
    }
    assertTrue(domain.wait(sanne).says("zijn goed"));
    assertEquals(1, asked.get());
  }

  @Test
  void letsNobodyWaitForANameThatKeepsSilent() {
    var silent = new Domain();
    dns.script(silent.name, Script.SILENT);
    var other = new Domain();
    other.mx(BOTH);
    silent.click(sanne);
    assertTrue(other.look(sanne).says("zijn goed"));
    assertEquals(204, silent.poll(sanne).status());
    assertTrue(silent.wait(sanne).says("konden nu niet worden gecontroleerd"));
  }

  @Test
  void leadsBackToThePageWithoutScript() {
    var domain = new Domain();
    assertEquals(domain.path + "#dns", domain.click(sanne).location());
    assertEquals(domain.path + "#dns", sanne.get(domain.path + "/mx-checks").location());
    domain.wait(sanne);
  }

  @Test
  void takesTheTxtRecordAsAProof() {
    var domain = new Domain();
    domain.mx("10 mail.elders.nl");
    dns.name("_poort25." + domain.name, "TXT \"poort25=van-een-ander\"");
    var page = domain.look(sanne);
    assertTrue(page.says("Nog niet bewezen"), page::toString);
    assertTrue(page.says("iets anders: poort25=van-een-ander"), page::toString);
    String value = page.find("IN TXT &quot;(poort25=[^&]+)&quot;").orElseThrow();
    dns.name("_poort25." + domain.name, "TXT \"" + value + "\"");
    page = domain.look(sanne);
    assertTrue(page.says("TXT-record gezien"), page::toString);
    assertTrue(page.says("Beheer bewezen"), page::toString);
  }

  @Test
  void tellsThePartnerThatAProofIsLost() {
    var domain = new Domain();
    domain.mx("10 mail.elders.nl");
    domain.look(sanne);
    domain.mx(BOTH);
    assertTrue(domain.look(sanne).says("Goede MX-records gezien"));
    domain.mx("10 mail.elders.nl");
    var page = domain.look(sanne);
    assertTrue(page.says("! Niet meer gezien"), page::toString);
    assertTrue(page.says("Bewijs niet meer gezien"), page::toString);
    var mails = karim.get("/backoffice/mail?recipient=sanne@havenkantoor.example");
    assertTrue(
        mails.says("Bewijs van beheer voor " + domain.name + " is niet meer te zien"),
        mails::toString);
    domain.mx(BOTH);
    assertFalse(domain.look(sanne).says("! Niet meer gezien"));
  }

  @Test
  void saysLoudlyThatMailBounces() {
    var domain = new Domain();
    domain.mx(BOTH);
    assertTrue(domain.look(sanne).says("Mail voor dit domein komt nu terug."));
    assertTrue(sanne.get(domain.path + "/withdrawal").says("Mail voor dit domein komt dan terug."));
    domain.mx("10 smtp.routit.net, 20 mail.elders.nl");
    var page = domain.look(sanne);
    assertTrue(page.says("Mail voor dit domein kan nu terugkomen."), page::toString);
    assertTrue(page.says("10 smtp.routit.net wijst naar een relay"), page::toString);
    domain.mx("10 mail.elders.nl");
    assertFalse(domain.look(sanne).says("terugkomen"));
  }

  @Test
  void leavesNothingToDoWhereTheProviderRunsTheDns() {
    var domain = new Domain("provider");
    domain.mx("10 mail.elders.nl");
    var page = domain.look(sanne);
    assertTrue(page.says("u hoeft niets te wijzigen"), page::toString);
    assertFalse(page.says("Gewenste MX-records"), page::toString);
    assertFalse(page.says("Voeg toe"), page::toString);
    var staff = domain.look(karim);
    assertTrue(staff.says("Gewenste MX-records") && staff.says("Voeg toe"), staff::toString);
  }

  @Test
  void writesTheAskerInTheHistory() {
    var domain = new Domain();
    domain.mx(BOTH);
    var page = domain.look(karim);
    assertTrue(page.says("MX-records Goed (was: Nog niet gecontroleerd)"), page::toString);
    assertTrue(page.find("(Karim Bos)</span>\\s*</small>").isPresent(), page::toString);
  }

  @Test
  void isNotForOthers() {
    var domain = new Domain();
    var daan = Browser.of("daan@brugensluis.example");
    assertEquals(404, domain.click(daan).status());
    assertEquals(404, domain.poll(daan).status());
    assertEquals(404, daan.post("/backoffice" + domain.path + "/mx-checks").status());
    assertEquals("/login", domain.click(Browser.guest()).location());
    assertEquals(404, sanne.post("/domains/999999999/mx-checks").status());
    var auditor = Browser.of("oscar@routit.example");
    assertEquals(403, auditor.post("/backoffice" + domain.path + "/mx-checks").status());
    assertEquals(404, domain.poll(karim, domain.path).status());
  }

  @Test
  void looksAtNoNameThatWasWithdrawn() {
    var domain = new Domain();
    sanne.post(domain.path + "/withdrawal", "sure", "true");
    assertEquals(409, domain.click(sanne).status());
  }

  /** A domain of Sanne's that no other test has. */
  private static final class Domain {
    final String name =
        "mx" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36) + ".test";
    final String path;

    Domain() {
      this("elsewhere");
    }

    Domain(String dnsAt) {
      var made = sanne.post("/domains/new", "name", name, "action", "DO_NOT_MOVE", "dns", dnsAt);
      assertEquals(303, made.status(), made::toString);
      path = made.location();
    }

    /** With an active service. */
    Domain served() {
      long id = Long.parseLong(path.replaceFirst(".*/", ""));
      Orders.active(sanne, new Orders.Domain(name, path, id), "POP3_CATCH_ALL");
      return this;
    }

    void mx(String records) {
      dns.name(
          name,
          Arrays.stream(records.split(",")).map(r -> "MX " + r.strip()).toArray(String[]::new));
    }

    Visit look(Browser browser) {
      var clicked = click(browser);
      assertEquals(303, clicked.status(), clicked::toString);
      return wait(browser);
    }

    Visit click(Browser browser) {
      return browser.post(pathFor(browser) + "/mx-checks");
    }

    Visit poll(Browser browser) {
      return poll(browser, pathFor(browser));
    }

    Visit poll(Browser browser, String at) {
      return browser.send(Browser.request(at + "/mx-checks").header("HX-Request", "true").GET());
    }

    /** As the page does: asks until there is something to show. */
    Visit wait(Browser browser) {
      var latest = Instant.now().plus(Duration.ofSeconds(20));
      return Stream.generate(() -> poll(browser))
          .filter(visit -> visit.status() != 204 || Instant.now().isAfter(latest))
          .findFirst()
          .orElseThrow();
    }

    private String pathFor(Browser browser) {
      return browser.get("/backoffice").status() == 200 ? "/backoffice" + path : path;
    }
  }
}
