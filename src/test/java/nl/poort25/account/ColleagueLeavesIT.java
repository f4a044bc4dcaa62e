package nl.poort25.account;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.NOOR;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Mailbox;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;

/** His open tickets are handed on, and whoever must act is told (4.9 goes on). */
class ColleagueLeavesIT {
  private static final People PEOPLE = new People();
  private static final String ACCOUNTS = "/backoffice/accounts/";

  private final Browser mirjam = Browser.known(ADMINISTRATOR);
  private final Browser noor = Browser.known(NOOR);
  private final Mailbox mailbox = new Mailbox(mirjam);

  /** A request that this colleague has taken: its number, and the path of its ticket. */
  private record Taken(long exemption, String number, String ticket) {}

  private Taken takenBy(String email) {
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.18"));
    var page = noor.get("/exemptions/" + id);
    String number = page.find("<h1>(P25-\\d{4}-\\d+)</h1>").orElseThrow();
    String ticket = page.find("href=\"(/tickets/\\d+)\">P25-").orElseThrow();
    var given =
        mirjam.post("/backoffice" + ticket + "/assignment", "to", "" + id(email), "seen", "");
    assertEquals(303, given.status(), given.toString());
    return new Taken(id, number, ticket);
  }

  private long id(String email) {
    for (String next = "/backoffice/accounts"; ; ) {
      var page = mirjam.get(next);
      var found =
          page.find("href=\"/backoffice/accounts/(\\d+)\"[^§]{0,400}?" + email.replace(".", "\\."));
      if (found.isPresent()) {
        return Long.parseLong(found.get());
      }
      next = page.find("rel=\"next\" href=\"([^\"]+)\"").orElseThrow();
    }
  }

  private Visit ticket(Taken taken) {
    return mirjam.get("/backoffice" + taken.ticket());
  }

  @Test
  void whatALockedColleagueHadGoesBackToTheQueueAndReviewersAreTold() {
    String email = PEOPLE.ofStaff(Role.REVIEWER);
    var taken = takenBy(email);
    long id = id(email);
    assertTrue(mirjam.get(ACCOUNTS + id).says("Deze collega heeft één open ticket"));
    var english = Browser.of(ADMINISTRATOR).inEnglish().get(ACCOUNTS + id);
    assertTrue(english.says("This colleague has one open ticket"), english.toString());
    assertEquals(303, mirjam.post(ACCOUNTS + id + "/lock", "to", "").status());
    assertTrue(ticket(taken).says("nog niemand"), ticket(taken).toString());
    var told = mailbox.with(REVIEWER, "Terug in de werkvoorraad, 1: - " + taken.number());
    assertTrue(told.says("hebben geen behandelaar"), told.toString());
    noor.upload(taken.ticket() + "/updates", List.of(), "text", "Hebt u al gekeken?");
    String asked = taken.number() + ": bericht van Polder Networks, nog geen behandelaar";
    mailbox.with(REVIEWER, asked);
    withdraw(noor, taken.exemption());
  }

  @Test
  void orToTheColleagueWhoIsChosen() {
    String email = PEOPLE.ofStaff(Role.REVIEWER);
    var taken = takenBy(email);
    long karim = id(REVIEWER);
    var nobody = mirjam.post(ACCOUNTS + id(email) + "/lock", "to", "999999999");
    assertEquals(409, nobody.status(), "he can be given no work");
    assertTrue(ticket(taken).says("Test Persoon"), "nothing was done");
    assertEquals(303, mirjam.post(ACCOUNTS + id(email) + "/lock", "to", "" + karim).status());
    assertTrue(ticket(taken).says("Behandelaar Karim Bos"), ticket(taken).toString());
    mailbox.with(REVIEWER, "U behandelt nu 1: - " + taken.number());
    withdraw(noor, taken.exemption());
  }

  @Test
  void whoOnlyReadsFromNowOnHandsOnHisTicketsAndWhoActsStillKeepsThem() {
    String email = PEOPLE.ofStaff(Role.REVIEWER);
    var taken = takenBy(email);
    String roles = ACCOUNTS + id(email) + "/roles";
    assertEquals(303, mirjam.post(roles, "role", "NETWORK").status());
    assertTrue(ticket(taken).says("Behandelaar Test Persoon"), ticket(taken).toString());
    assertEquals(303, mirjam.post(roles, "role", "AUDITOR").status());
    assertTrue(ticket(taken).says("nog niemand"), ticket(taken).toString());
    withdraw(noor, taken.exemption());
  }

  /** Their partners' messages mailed nobody. */
  @Test
  void whatALockedUserOfAPartnerAskedIsToldToHisAdministrators() {
    String email = PEOPLE.ofPartner("Polder Networks", Role.PARTNER_USER);
    var user = Browser.of(email, People.PASSWORD);
    long id = sent(user, thirdParty(user, "ZAK-0904", source(), "192.0.2.18"));
    var page = noor.get("/exemptions/" + id);
    String number = page.find("<h1>(P25-\\d{4}-\\d+)</h1>").orElseThrow();
    String ticket = page.find("href=\"(/tickets/\\d+)\">P25-").orElseThrow();
    String colleague =
        noor.get("/colleagues")
            .find("href=\"(/colleagues/\\d+)\"[^§]{0,400}?" + email.replace(".", "\\."))
            .orElseThrow();
    assertFalse(noor.get(colleague).says("open ticket"), "a partner's people have none in hand");
    assertEquals(303, noor.post(colleague + "/lock").status());
    Browser.known(REVIEWER)
        .upload(
            "/backoffice" + ticket + "/updates",
            List.of(),
            "kind",
            "QUESTION",
            "text",
            "Wie beheert die server?");
    mailbox.with(NOOR, number + ": wij hebben meer informatie nodig");
    withdraw(noor, id);
  }
}
