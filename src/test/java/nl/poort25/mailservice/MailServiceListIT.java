package nl.poort25.mailservice;

import static nl.poort25.mailservice.Orders.PARTNER;
import static nl.poort25.mailservice.Orders.domain;
import static nl.poort25.mailservice.Orders.ids;
import static nl.poort25.mailservice.Orders.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a partner finds his mail services, and the one that suits. */
class MailServiceListIT {
  private static Browser partner;

  @BeforeAll
  static void start() {
    partner = Browser.of(PARTNER);
  }

  @Test
  void adviceLeadsToTheFormWithItsFields() {
    var domain = domain(partner);
    var advice = partner.get("/mail-services/advice?intake=SMTP&filter=YES&domain=" + domain.id());
    String form = advice.find("href=\"([^\"]*mail-services/new[^\"]*)\"").orElseThrow();
    var page = partner.get(form);
    assertTrue(page.says("(IronPort) bestellen"), page.toString());
    assertTrue(page.find("(value=\"SMTP\" checked)").isPresent());
    assertTrue(partner.get("/mail-services/advice?asked=yes").says("Maak een keuze."));
  }

  @Test
  void theListIsPagedAndFiltered() {
    var domain = domain(partner);
    for (int i = 0; i < 27; i++) {
      order(partner, domain, "POP3_BOX", "local-part", "box" + i);
    }
    var first = partner.get("/mail-services?q=" + domain.name());
    assertEquals(25, ids(first).size());
    String next = first.find("rel=\"next\" href=\"([^\"]+)\"").orElseThrow();
    var second = ids(partner.get(next));
    assertEquals(2, second.size());
    var all = new ArrayList<>(ids(first));
    all.addAll(second);
    assertEquals(27, all.stream().distinct().count());
    assertEquals(0, ids(partner.get("/mail-services?state=active&q=" + domain.name())).size());
    assertEquals(0, ids(partner.get("/mail-services?kind=smtp&q=" + domain.name())).size());
    var newest = partner.get("/mail-services?sort=newest");
    assertEquals(all.stream().max(Long::compare), ids(newest).stream().findFirst());
    // what is looked for by a name is sorted by names
    assertEquals(ids(first), ids(partner.get("/mail-services?sort=newest&q=" + domain.name())));
  }

  @Test
  void rubbishInAUrlIsLeftOutOrNotThere() {
    assertEquals(200, partner.get("/mail-services?state=x&kind=%01&sort=&after=zz:9").status());
    assertEquals(200, partner.get("/mail-services?after=99999999999999999999").status());
    assertEquals(404, partner.get("/mail-services/0").status());
    assertEquals(404, partner.get("/mail-services/99999999999999999999").status());
    assertEquals(404, partner.get("/domains/0/mail-services/new").status());
    assertEquals(200, partner.get("/mail-services/advice?domain=x&intake=%FF").status());
  }
}
