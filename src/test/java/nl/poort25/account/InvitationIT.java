package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;

/** What a partner's administrator can do with the form that mails whomever he types. */
class InvitationIT {
  private static final People PEOPLE = new People();

  @Test
  void answersTheSameForAnAddressThatHasAnAccountElsewhere() {
    var admin = administrator();
    String fresh = People.newAddress();
    String taken = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var ofFresh = invite(admin, "Jan Kade", fresh);
    var ofTaken = invite(admin, "Jan Kade", taken);
    assertEquals(303, ofFresh.status());
    assertEquals(ofFresh.location(), ofTaken.location());
    assertTrue(admin.get("/colleagues").says("De uitnodiging wordt gemaild aan " + taken));
    // nor do the list, its search and the pages tell them apart
    String one = People.path(admin.get("/colleagues?q=" + fresh), "/colleagues/", fresh);
    String other = People.path(admin.get("/colleagues?q=" + taken), "/colleagues/", taken);
    assertEquals(plain(admin.get(one), fresh, one), plain(admin.get(other), taken, other));
    assertFalse(admin.get("/colleagues?q=example%23").says(taken));
    // nor a second time, nor sending it again
    assertEquals(422, invite(admin, "Jan Kade", fresh).status());
    assertEquals(422, invite(admin, "Jan Kade", taken).status());
    assertEquals(303, admin.post(one + "/invitation").status());
    assertEquals(303, admin.post(other + "/invitation").status());
    // the owner hears of it, and signs in as before
    assertTrue(PEOPLE.mailbox.of(taken).says("wilde u uitnodigen"));
    assertEquals(2, PEOPLE.mailbox.of(taken).html().split("wilde u uitnodigen", -1).length);
    assertFalse(PEOPLE.mailbox.of(fresh).says("wilde u uitnodigen"));
    assertEquals(200, Browser.of(taken, People.PASSWORD).get("/customers").status());
  }

  @Test
  void goesOutAFewTimesAnHour() {
    var admin = administrator();
    for (int i = 0; i < 10; i++) {
      assertEquals(303, invite(admin, "Jan Kade", People.newAddress()).status());
    }
    String last = People.newAddress();
    var answer = invite(admin, "Jan Kade", last);
    assertEquals(429, answer.status());
    assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
    assertTrue(answer.says("10 uitnodigingen"), answer.toString());
    assertFalse(admin.get("/colleagues?q=" + last).html().contains(">" + last + "<"));
    String one = admin.get("/colleagues?sort=newest").find("(/colleagues/\\d+)").orElseThrow();
    assertEquals(429, admin.post(one + "/invitation").status());
    // another partner is counted by itself
    assertEquals(303, invite(administrator(), "Jan Kade", last).status());
  }

  @Test
  void carriesNoLinkOfWhoInvites() {
    var admin = administrator();
    String nobody = People.newAddress();
    for (String name :
        new String[] {"Jan, zie https://evil.example", "evil.example/x", "Jan a@b.nl"}) {
      var answer = invite(admin, name, nobody);
      assertEquals(422, answer.status(), name);
      assertTrue(answer.says("webadres"), answer.toString());
    }
    assertEquals(303, invite(admin, "J.P. de Vries", nobody).status());
    assertEquals(
        422, admin.post("/account", "name", "Zie evil.example", "language", "nl").status());
    assertEquals(422, PEOPLE.mirjam.post("/backoffice/partners", "name", "evil.example").status());
  }

  private static Browser administrator() {
    return Browser.of(PEOPLE.ofPartner(PEOPLE.newPartner(), Role.PARTNER_ADMIN), People.PASSWORD);
  }

  private static Visit invite(Browser admin, String name, String email) {
    return admin.post("/colleagues", "name", name, "email", email, "role", "PARTNER_USER");
  }

  private static String plain(Visit page, String email, String path) {
    return page.html()
        .replace(email, "…")
        .replace(path, "…")
        .replaceAll("<time[^>]*>[^<]*</time>", "")
        .replaceAll("name=\"form-mark\" value=\"[^\"]*\"", "");
  }
}
