package nl.poort25.mailservice;

import static nl.poort25.mailservice.Orders.OTHER_PARTNER;
import static nl.poort25.mailservice.Orders.PARTNER;
import static nl.poort25.mailservice.Orders.active;
import static nl.poort25.mailservice.Orders.domain;
import static nl.poort25.mailservice.Orders.ids;
import static nl.poort25.mailservice.Orders.order;
import static nl.poort25.mailservice.Orders.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import nl.poort25.mx.Script;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a partner orders a mail service, and how he cannot (3.6 to 3.9). */
class MailServiceOrderIT {
  private static TestDns dns;
  private static Browser partner;

  @BeforeAll
  static void start() {
    dns = TestDns.startForPortal();
    dns.relays();
    dns.name("mail.klant.example", "A 192.0.2.25");
    dns.name("mx2.klant.example", "A 192.0.2.26");
    dns.name("half.klant.example", "A 192.0.2.25", "A 10.0.0.3", "AAAA ::1");
    dns.script("stuk.klant.example", Script.SERVFAIL);
    partner = Browser.of(PARTNER);
  }

  @AfterAll
  static void stop() {
    dns.close();
  }

  @ParameterizedTest
  @CsvSource({
    "IRONPORT, intake, SMTP, destination, mail.klant.example",
    "IRONPORT, intake, POP3, destination, ''",
    "POP3_BOX, local-part, Info, '', ''",
    "POP3_CATCH_ALL, '', '', '', ''",
    "SMTP, destination, mail.klant.example, '', ''"
  })
  void eachServiceIsOrderedWithItsFields(
      MailServiceKind kind, String field, String value, String other, String otherValue) {
    var domain = domain(partner);
    assertEquals(200, partner.get(domain.orderPath() + "?kind=" + kind).status());
    long id = ordered(partner, domain, kind.name(), field, value, other, otherValue);
    var page = partner.get("/mail-services/" + id);
    assertTrue(page.says(kind.getTitle()), page.toString());
    assertTrue(page.says("Besteld"));
    assertTrue(page.says("Sanne de Wit"));
    assertTrue(
        page.says("dat aan de dienst kosten zijn verbonden, en het beleid van 19 december 2016"));
    assertTrue(partner.get(domain.path()).says("Maildienst besteld " + kind.getTitle()));
  }

  @Test
  void withoutTheAcknowledgementNothingIsOrderedAndNothingIsLost() {
    var domain = domain(partner);
    var refused =
        partner.post(domain.orderPath(), "kind", "SMTP", "destination", "mail.klant.example");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Zonder deze bevestiging kunt u niet bestellen"));
    assertTrue(refused.html().contains("value=\"mail.klant.example\""));
    assertEquals(List.of(), ids(partner.get(domain.path())));
  }

  @Test
  void namesEveryRuleThatIsBroken() {
    var domain = domain(partner);
    ordered(partner, domain, "POP3_CATCH_ALL");
    var refused =
        order(partner, domain, "IRONPORT", "intake", "SMTP", "destination", "half.klant.example");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Al besteld of actief: Mail pop3 catch all."), refused.toString());
    assertTrue(refused.says("Hier kan geen mail worden afgeleverd: 10.0.0.3, ::1."));
    assertTrue(refused.says("10.0.0.3 is een privéadres"));
    assertTrue(refused.html().contains("href=\"/policy#art-3-9\""));
    assertTrue(refused.html().contains("value=\"half.klant.example\""));
    assertEquals(1, ids(partner.get(domain.path())).size());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, privéadres",
    "100.64.1.1, 100.64.0.0/10",
    "169.254.169.254, link-local",
    "127.0.0.1, loopback",
    "::ffff:192.0.2.1, IPv6-vorm",
    "64:ff9b::a00:1, NAT64",
    "2002:a00:1::1, 6to4",
    "smtp.routit.net, relayservers zelf",
    "198.51.100.202, relayservers",
    "weg.klant.example, bestaat niet in de DNS"
  })
  void refusesWhereMailMayNotGo(String destination, String why) {
    var domain = domain(partner);
    var refused = order(partner, domain, "SMTP", "destination", destination);
    assertEquals(422, refused.status());
    assertTrue(refused.says(why), refused.toString());
    assertEquals(List.of(), ids(partner.get(domain.path())));
  }

  @Test
  void whatCannotBeLookedUpNowCanBeSentAgain() {
    var domain = domain(partner);
    var refused = order(partner, domain, "SMTP", "destination", "stuk.klant.example");
    assertEquals(422, refused.status());
    assertTrue(refused.says("kon nu niet worden opgezocht"), refused.toString());
    assertTrue(refused.html().contains("value=\"stuk.klant.example\""));
    assertEquals(List.of(), ids(partner.get(domain.path())));
  }

  @Test
  void aWithdrawnDomainTakesNoOrder() {
    var domain = domain(partner);
    partner.post(domain.path() + "/withdrawal", "sure", "true");
    for (Visit refused :
        List.of(
            partner.get(domain.orderPath()),
            partner.get(domain.orderPath() + "?kind=SMTP"),
            order(partner, domain, "POP3_CATCH_ALL"))) {
      assertEquals(422, refused.status());
      assertTrue(refused.says("beleid, hoofdstuk 3"), refused.toString());
      assertTrue(refused.says("is ingetrokken"));
    }
    assertEquals(List.of(), ids(partner.get(domain.path())));
  }

  @Test
  void anotherPartnersDomainsAndServicesAreNotThere() {
    var domain = domain(partner);
    long id = active(partner, domain, "SMTP", "destination", "mail.klant.example");
    var other = Browser.of(OTHER_PARTNER);
    String service = "/mail-services/" + id;
    assertEquals(404, other.get(domain.orderPath()).status());
    assertEquals(404, order(other, domain, "POP3_CATCH_ALL").status());
    assertEquals(404, other.get("/mail-services/advice?domain=" + domain.id()).status());
    for (String path : List.of(service, service + "/change", service + "/cancellation")) {
      assertEquals(404, other.get(path).status(), path);
    }
    assertEquals(
        404, other.post(service + "/cancellation", "version", "1", "sure", "true").status());
    assertEquals(
        404, other.post(service + "/change", "version", "1", "destination", "a.nl").status());
    assertFalse(ids(other.get("/mail-services?sort=newest")).contains(id));
    assertTrue(partner.get(service).says("Deze dienst is actief."));
  }

  @Test
  void twentyAtTheSameMomentMakeOneCatchAll() throws Exception {
    var domain = domain(partner);
    var answers = atOnce(20, () -> order(partner, domain, "POP3_CATCH_ALL"));
    assertEquals(1, answers.stream().filter(visit -> visit.status() == 303).count());
    assertEquals(19, answers.stream().filter(visit -> visit.status() == 422).count());
    assertEquals(1, ids(partner.get(domain.path())).size());
  }

  @Test
  void catchAllAndDeliveryAtTheSameMomentExcludeOneAnother() throws Exception {
    var domain = domain(partner);
    var turn = new AtomicInteger();
    var answers =
        atOnce(
            10,
            () ->
                turn.incrementAndGet() % 2 == 0
                    ? order(partner, domain, "POP3_CATCH_ALL")
                    : order(partner, domain, "SMTP", "destination", "192.0.2.25"));
    assertEquals(1, answers.stream().filter(visit -> visit.status() == 303).count());
    assertEquals(1, ids(partner.get(domain.path())).size());
  }

  @ParameterizedTest
  @CsvSource({"SMTP, destination", "POP3_BOX, local-part", "IRONPORT, intake", "RUBBISH, kind"})
  void rubbishIsAnsweredInWords(String kind, String field) {
    var domain = domain(partner);
    for (String rubbish :
        List.of("", "\u0000", "<script>", "' or 1=1 --", "é".repeat(300), "a".repeat(1_000_000))) {
      var refused = order(partner, domain, kind, field, rubbish);
      assertTrue(refused.status() == 422 || refused.status() == 413, refused.toString());
      assertFalse(refused.html().contains("<script>' "));
    }
    assertEquals(List.of(), ids(partner.get(domain.path())));
  }

  private static List<Visit> atOnce(int times, Callable<Visit> request) throws Exception {
    var pool = Executors.newFixedThreadPool(times);
    try {
      var answers = new ArrayList<Visit>();
      for (var answer : pool.invokeAll(Collections.nCopies(times, request))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }
}
