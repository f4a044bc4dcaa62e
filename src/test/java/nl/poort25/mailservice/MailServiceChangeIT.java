package nl.poort25.mailservice;

import static nl.poort25.mailservice.Orders.PARTNER;
import static nl.poort25.mailservice.Orders.REVIEWER;
import static nl.poort25.mailservice.Orders.activate;
import static nl.poort25.mailservice.Orders.active;
import static nl.poort25.mailservice.Orders.domain;
import static nl.poort25.mailservice.Orders.order;
import static nl.poort25.mailservice.Orders.ordered;
import static nl.poort25.mailservice.Orders.provenDomain;
import static nl.poort25.mailservice.Orders.staffPath;
import static nl.poort25.mailservice.Orders.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an order or an active mail service is changed and ended. */
class MailServiceChangeIT {
  private static TestDns dns;
  private static Browser partner;

  @BeforeAll
  static void start() {
    dns = TestDns.startForPortal();
    dns.relays();
    partner = Browser.of(PARTNER);
  }

  @AfterAll
  static void stop() {
    dns.close();
  }

  @Test
  void anOrderIsChangedAtOnce() {
    long id = ordered(partner, domain(partner), "POP3_BOX", "local-part", "info");
    assertEquals(303, change(id, "local-part", "verkoop").status());
    var page = partner.get("/mail-services/" + id);
    assertTrue(page.says("verkoop@"), page.toString());
    assertFalse(page.says("Gevraagde wijziging"));
  }

  @Test
  void whatIsActiveStaysInForceUntilStaffHasCarriedOutTheChange() {
    long id = active(partner, domain(partner), "SMTP", "destination", "192.0.2.25");
    assertEquals(303, change(id, "destination", "192.0.2.26").status());
    var page = partner.get("/mail-services/" + id);
    assertTrue(page.says("afgeleverd op 192.0.2.25"), page.toString());
    assertTrue(page.says("Gevraagde wijziging afgeleverd op 192.0.2.26"));
    assertEquals(303, activate(Browser.of(REVIEWER), id).status());
    var after = partner.get("/mail-services/" + id);
    assertTrue(after.says("afgeleverd op 192.0.2.26"));
    assertFalse(after.says("192.0.2.25"));
  }

  @Test
  void aChangeIsTakenBackByAskingForWhatIsInForce() {
    long id = active(partner, domain(partner), "SMTP", "destination", "192.0.2.25");
    change(id, "destination", "192.0.2.26");
    assertEquals(303, change(id, "destination", "192.0.2.25").status());
    assertFalse(partner.get("/mail-services/" + id).says("Gevraagde wijziging"));
    assertEquals(
        409,
        Browser.of(REVIEWER)
            .post(staffPath(id) + "/refusal", "version", "0", "reason", "x")
            .status());
  }

  @Test
  void aChangeIsJudgedAsAnOrderIs() {
    var domain = domain(partner);
    long ironPort = ordered(partner, domain, "IRONPORT", "intake", "POP3");
    ordered(partner, domain, "POP3_CATCH_ALL");
    var refused = change(ironPort, "intake", "SMTP", "destination", "10.0.0.1");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Al besteld of actief: Mail pop3 catch all."), refused.toString());
    assertTrue(refused.says("10.0.0.1 is een privéadres"));
    assertTrue(refused.html().contains("value=\"10.0.0.1\""));
  }

  @Test
  void aChangeThatWaitsTakesItsPlaceAlready() {
    var domain = domain(partner);
    long ironPort = active(partner, domain, "IRONPORT", "intake", "POP3");
    change(ironPort, "intake", "SMTP", "destination", "192.0.2.25");
    var refused = order(partner, domain, "POP3_CATCH_ALL");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Al besteld of actief"), refused.toString());
  }

  @Test
  void nothingChangedIsSaidAndAnOldPageIsAConflict() {
    long id = ordered(partner, domain(partner), "POP3_BOX", "local-part", "info");
    var same = change(id, "local-part", "INFO");
    assertEquals(422, same.status());
    assertTrue(same.says("U hebt niets gewijzigd."), same.toString());
    String path = "/mail-services/" + id + "/change";
    String version = version(partner.get(path));
    assertEquals(303, partner.post(path, "version", version, "local-part", "a").status());
    var second = partner.post(path, "version", version, "local-part", "b");
    assertEquals(409, second.status());
    assertTrue(second.says("Dit is intussen gewijzigd"));
    assertTrue(partner.get("/mail-services/" + id).says("a@"));
    assertEquals(4, partner.post(path, "version", "x", "local-part", "b").status() / 100);
  }

  @Test
  void aCatchAllHasNothingToChange() {
    long id = ordered(partner, domain(partner), "POP3_CATCH_ALL");
    assertEquals(404, partner.get("/mail-services/" + id + "/change").status());
    assertFalse(partner.get("/mail-services/" + id).html().contains("/change"));
  }

  @Test
  void cancellingTakesAConfirmationAndHappensOnce() {
    var domain = domain(partner);
    long id = ordered(partner, domain, "POP3_CATCH_ALL");
    String path = "/mail-services/" + id + "/cancellation";
    String version = version(partner.get(path));
    assertEquals(422, partner.post(path, "version", version).status());
    assertEquals(303, partner.post(path, "version", version, "sure", "true").status());
    assertTrue(partner.get(domain.path()).says("Opgezegd"));
    assertEquals(409, partner.post(path, "version", version, "sure", "true").status());
    assertEquals(409, partner.get(path).status());
    assertEquals(303, order(partner, domain, "SMTP", "destination", "192.0.2.25").status());
  }

  @Test
  void saysLoudlyThatMailWillBounceBeforeTheLastServiceIsCancelled() {
    var domain = provenDomain(partner);
    dns.name(domain.name(), "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
    long smtp = active(partner, domain, "SMTP", "destination", "192.0.2.25");
    long box = active(partner, domain, "POP3_BOX", "local-part", "info");
    look(domain);
    String loud = "Mail voor dit domein komt dan terug.";
    String path = "/mail-services/" + box + "/cancellation";
    var page = partner.get(path);
    assertFalse(page.says(loud));
    partner.post(path, "version", version(page), "sure", "true");
    assertTrue(partner.get("/mail-services/" + smtp + "/cancellation").says(loud));
  }

  @Test
  void aWithdrawalNamesAndEndsEveryService() {
    var domain = domain(partner);
    long smtp = active(partner, domain, "SMTP", "destination", "192.0.2.25");
    long box = ordered(partner, domain, "POP3_BOX", "local-part", "info");
    var confirm = partner.get(domain.path() + "/withdrawal");
    assertTrue(confirm.says("Mail SMTP , Actief"), confirm.toString());
    assertTrue(confirm.says("Mail pop3 box , Besteld"));
    assertEquals(303, partner.post(domain.path() + "/withdrawal", "sure", "true").status());
    for (long id : new long[] {smtp, box}) {
      var page = partner.get("/mail-services/" + id);
      assertTrue(page.says("bij het intrekken van het domein"), page.toString());
      assertEquals(409, partner.get("/mail-services/" + id + "/change").status());
    }
    assertTrue(partner.get(domain.path()).says("Maildienst geëindigd met het domein"));
  }

  /** Has the DNS of the domain looked at, and waits until that is done. */
  private static void look(Orders.Domain domain) {
    String path = domain.path() + "/mx-checks";
    assertEquals(303, partner.post(path).status());
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (partner.send(Browser.request(path).header("HX-Request", "true")).status() == 204) {
      assertTrue(System.nanoTime() < deadline, "the look does not end");
    }
  }

  private static Visit change(long id, String... fields) {
    String path = "/mail-services/" + id + "/change";
    var form = new ArrayList<>(List.of("version", version(partner.get(path))));
    form.addAll(List.of(fields));
    return partner.post(path, form.toArray(String[]::new));
  }
}
