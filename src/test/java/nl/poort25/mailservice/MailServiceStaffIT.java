package nl.poort25.mailservice;

import static nl.poort25.mailservice.Orders.ADMINISTRATOR;
import static nl.poort25.mailservice.Orders.AUDITOR;
import static nl.poort25.mailservice.Orders.PARTNER;
import static nl.poort25.mailservice.Orders.REVIEWER;
import static nl.poort25.mailservice.Orders.active;
import static nl.poort25.mailservice.Orders.domain;
import static nl.poort25.mailservice.Orders.ids;
import static nl.poort25.mailservice.Orders.ordered;
import static nl.poort25.mailservice.Orders.provenDomain;
import static nl.poort25.mailservice.Orders.staffPath;
import static nl.poort25.mailservice.Orders.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What staff does with orders and changes. */
class MailServiceStaffIT {
  private static final String MANY = "/backoffice/mail-services/activation";
  private static Browser partner;
  private static Browser staff;

  @BeforeAll
  static void start() {
    partner = Browser.of(PARTNER);
    staff = Browser.of(REVIEWER);
  }

  @Test
  void onePostActivatesAllThatIsTicked() {
    var domain = provenDomain(partner);
    long box = ordered(partner, domain, "POP3_BOX", "local-part", "a");
    long other = ordered(partner, domain, "POP3_BOX", "local-part", "b");
    var queue = queue(domain);
    assertEquals(List.of(box, other), ids(queue));
    var ticked = ticks(queue);
    assertEquals(2, ticked.size());
    assertEquals(
        303, staff.post(MANY, "service", ticked.get(0), "service", ticked.get(1)).status());
    assertTrue(
        staff
            .get("/backoffice/mail-services")
            .says("Geactiveerd: " + domain.name() + ", " + domain.name() + "."));
    assertTrue(partner.get("/mail-services/" + box).says("Deze dienst is actief."));
    assertTrue(partner.get("/mail-services/" + other).says("Deze dienst is actief."));
    assertEquals(List.of(), ids(queue(domain)));
  }

  @Test
  void aNameWithoutProofStandsOutAndIsLeftOutOfTheMany() {
    var proven = provenDomain(partner);
    var unproven = domain(partner);
    long good = ordered(partner, proven, "POP3_CATCH_ALL");
    long bad = ordered(partner, unproven, "POP3_CATCH_ALL");
    assertEquals(List.of(), ids(queue(unproven)), "no work for staff");
    var awaited = staff.get("/backoffice/mail-services?state=proof&q=" + unproven.name());
    assertEquals(List.of(bad), ids(awaited));
    assertTrue(awaited.says("Wacht op de partner"), awaited.toString());
    assertEquals(List.of(), ticks(awaited));
    var outcome = staff.post(MANY, "service", good + ":0", "service", bad + ":0");
    assertEquals(422, outcome.status());
    assertTrue(outcome.says("Niet alles is geactiveerd"));
    assertTrue(
        outcome.says("Geactiveerd Mail pop3 catch all, " + proven.name()), outcome.toString());
    assertTrue(outcome.says("Niet geactiveerd Mail pop3 catch all, " + unproven.name()));
    assertTrue(partner.get("/mail-services/" + bad).says("Besteld"));
  }

  @Test
  void withoutProofItTakesAnActOfItsOwnWithANote() {
    long id = ordered(partner, domain(partner), "POP3_CATCH_ALL");
    var page = staff.get(staffPath(id));
    assertTrue(page.says("De dienst wacht op bewijs van de partner."));
    var refused = staff.post(staffPath(id) + "/activation", "version", version(page));
    assertEquals(422, refused.status());
    assertTrue(refused.says("Vul dit in."), refused.toString());
    assertEquals(
        303,
        staff
            .post(staffPath(id) + "/activation", "version", version(page), "note", "contract 4711")
            .status());
    assertTrue(staff.get(staffPath(id)).says("contract 4711"));
    var seen = partner.get("/mail-services/" + id);
    assertTrue(seen.says("Deze dienst is actief."));
    assertFalse(seen.says("contract 4711"));
  }

  @Test
  void thePartnerReadsWhyAnOrderWasRefused() {
    var domain = domain(partner);
    long id = ordered(partner, domain, "POP3_CATCH_ALL");
    String path = staffPath(id) + "/refusal";
    String version = version(staff.get(staffPath(id)));
    assertEquals(422, staff.post(path, "version", version, "reason", " ").status());
    assertEquals(303, staff.post(path, "version", version, "reason", "Geen contract.").status());
    var page = partner.get("/mail-services/" + id);
    assertTrue(page.says("De bestelling is afgewezen. Reden: Geen contract."), page.toString());
    assertTrue(partner.get(domain.path()).says("Maildienst afgewezen"));
    assertTrue(mail("Bestelling van Mail pop3 catch all voor " + domain.name() + " is afgewezen"));
  }

  @Test
  void whoOrderedIsToldByMailThatItIsActive() {
    var domain = domain(partner);
    active(partner, domain, "POP3_CATCH_ALL");
    assertTrue(mail("Mail pop3 catch all voor " + domain.name() + " is actief"));
  }

  @Test
  void aRefusedChangeLeavesTheServiceActive() {
    long id = active(partner, domain(partner), "SMTP", "destination", "192.0.2.25");
    String change = "/mail-services/" + id + "/change";
    partner.post(change, "version", version(partner.get(change)), "destination", "192.0.2.26");
    String version = version(staff.get(staffPath(id)));
    staff.post(staffPath(id) + "/refusal", "version", version, "reason", "Onbereikbaar.");
    var page = partner.get("/mail-services/" + id);
    assertTrue(page.says("De laatste wijziging is afgewezen. Reden: Onbereikbaar."));
    assertTrue(page.says("afgeleverd op 192.0.2.25"), page.toString());
    assertFalse(page.says("192.0.2.26"));
  }

  @Test
  void theSecondOfTwoGetsTheConflictPage() {
    long id = ordered(partner, provenDomain(partner), "POP3_CATCH_ALL");
    var second = Browser.of(ADMINISTRATOR);
    String version = version(second.get(staffPath(id)));
    assertEquals(303, staff.post(staffPath(id) + "/activation", "version", version).status());
    var late = second.post(staffPath(id) + "/activation", "version", version);
    assertEquals(409, late.status());
    assertTrue(late.says("Dit is intussen gewijzigd"));
    assertEquals(
        409,
        second.post(staffPath(id) + "/refusal", "version", version, "reason", "te laat").status());
  }

  @Test
  void whatThePartnerChangedMeanwhileIsNotActivatedUnseen() {
    var domain = provenDomain(partner);
    long id = ordered(partner, domain, "POP3_BOX", "local-part", "a");
    var queue = queue(domain);
    String change = "/mail-services/" + id + "/change";
    partner.post(change, "version", version(partner.get(change)), "local-part", "b");
    var outcome = staff.post(MANY, "service", ticks(queue).get(0));
    assertEquals(422, outcome.status());
    assertTrue(outcome.says("Er is intussen iets gewijzigd."), outcome.toString());
    assertTrue(partner.get("/mail-services/" + id).says("Besteld"));
  }

  @Test
  void nothingTickedAndRubbishAreAnsweredInWords() {
    for (Visit refused :
        List.of(
            staff.post(MANY),
            staff.post(MANY, "service", "x"),
            staff.post(MANY, "service", "1"),
            staff.post(MANY, "service", "99999999999999999999:1"))) {
      assertEquals(422, refused.status());
      assertTrue(refused.says("Vink een of meer diensten aan"), refused.toString());
    }
    var gone = staff.post(MANY, "service", "999999999:0");
    assertEquals(422, gone.status());
    assertEquals(404, staff.get(staffPath(999_999_999)).status());
    assertEquals(404, staff.post(staffPath(999_999_999) + "/activation").status());
  }

  @Test
  void otherStaffReadsAndThePartnerDoesNot() {
    long id = ordered(partner, provenDomain(partner), "POP3_CATCH_ALL");
    var auditor = Browser.of(AUDITOR);
    var page = auditor.get(staffPath(id));
    assertEquals(200, page.status());
    assertFalse(page.html().contains("/activation"));
    assertEquals(200, auditor.get("/backoffice/mail-services").status());
    for (var who : List.of(auditor, partner)) {
      for (String path : List.of(staffPath(id) + "/activation", staffPath(id) + "/refusal", MANY)) {
        var form = new String[] {"version", "0", "reason", "x", "service", id + ":0"};
        assertEquals(403, who.post(path, form).status(), path);
      }
    }
    assertEquals(403, partner.get(staffPath(id)).status());
    assertTrue(partner.get("/mail-services/" + id).says("Besteld"));
  }

  @Test
  void theQueueIsPagedAndFilteredByPartner() {
    var domain = provenDomain(partner);
    var boxes = new ArrayList<Long>();
    for (int i = 0; i < 26; i++) {
      boxes.add(ordered(partner, domain, "POP3_BOX", "local-part", "q" + i));
    }
    var first = queue(domain);
    assertEquals(boxes.subList(0, 25), ids(first));
    String next = first.find("rel=\"next\" href=\"([^\"]+)\"").orElseThrow();
    assertEquals(boxes.subList(25, 26), ids(staff.get(next)));
    String other = "Polder+Networks";
    assertEquals(
        List.of(),
        ids(staff.get("/backoffice/mail-services?partner=" + other + "&q=" + domain.name())));
    assertEquals(
        List.of(), ids(staff.get("/backoffice/mail-services?state=active&q=" + domain.name())));
  }

  private static Visit queue(Orders.Domain domain) {
    return staff.get("/backoffice/mail-services?q=" + domain.name());
  }

  private static List<String> ticks(Visit queue) {
    return Pattern.compile("name=\"service\" value=\"([^\"]+)\"")
        .matcher(queue.html())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static boolean mail(String subject) {
    return staff.get("/backoffice/mail").says(subject);
  }
}
