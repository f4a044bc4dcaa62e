package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.it.Browser;
import org.junit.jupiter.api.Test;

class AccessLinksIT {
  private static final People PEOPLE = new People();

  @Test
  void acceptsAnInvitationOnceAndByAPostOnly() {
    String email = PEOPLE.invited(People.HAVENKANTOOR, Role.PARTNER_USER);
    String link = PEOPLE.mailbox.link(email);
    assertTrue(link.startsWith("/invitation/"), link);
    for (int i = 0; i < 3; i++) {
      var scanner = Browser.guest().get(link);
      assertEquals(200, scanner.status());
      assertTrue(scanner.says(email) && scanner.says(People.HAVENKANTOOR), scanner.toString());
    }
    var guest = Browser.guest();
    assertEquals(422, guest.post(link, "name", "Jan", "new-password", "kort").status());
    assertEquals(
        "/", guest.post(link, "name", "Jan Kade", "new-password", People.PASSWORD).location());
    assertTrue(guest.get("/").says("Jan Kade"));
    var again = Browser.guest().post(link, "name", "Piet", "new-password", "heel iets anders nu");
    assertEquals(404, again.status());
    assertEquals(404, Browser.guest().get(link).status());
  }

  @Test
  void keepsALinkToItsPurpose() {
    String email = PEOPLE.invited(People.HAVENKANTOOR, Role.PARTNER_USER);
    String link = PEOPLE.mailbox.link(email);
    String token = link.substring(link.lastIndexOf('/') + 1);
    assertEquals(404, Browser.guest().get("/password-reset/" + token).status());
    assertEquals(404, Browser.guest().get("/first-administrator/" + token).status());
    assertEquals(404, Browser.guest().get("/invitation/" + "A".repeat(43)).status());
    assertEquals(200, Browser.guest().get(link).status());
  }

  @Test
  void endsEveryOlderLinkWithANewPassword() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var session = Browser.of(email, People.PASSWORD);
    var guest = Browser.guest().from("198.51.100.21");
    guest.post("/password-reset", "email", email);
    guest.post("/password-reset", "email", email);
    var links =
        PEOPLE.mailbox.links(email, 3).stream()
            .filter(l -> l.startsWith("/password-reset/"))
            .toList();
    assertEquals(2, links.size());
    assertEquals(200, guest.get(links.get(0)).status());
    assertEquals(200, guest.get(links.get(1)).status());
    String wanted = "zes blauwe wanten zoek";
    var done = guest.post(links.get(1), "new-password", wanted).location();
    assertTrue(guest.get(done).says("Uw wachtwoord is gewijzigd"), done);
    assertEquals(404, guest.post(links.get(0), "new-password", People.PASSWORD).status());
    assertEquals("/login?next=%2Fcustomers", session.get("/customers").location());
    assertEquals(200, Browser.of(email, wanted).get("/customers").status());
    assertTrue(PEOPLE.mailbox.of(email).says("Uw wachtwoord voor Poort 25 is gewijzigd"));
  }

  @Test
  void answersAResetTheSameWhetherOrNotThereIsAnAccount() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var guest = Browser.guest().from("198.51.100.22");
    var known = guest.post("/password-reset", "email", email);
    var unknown = guest.post("/password-reset", "email", People.newAddress());
    assertEquals(303, known.status());
    assertEquals(known.status(), unknown.status());
    assertEquals(known.location(), unknown.location());
    assertEquals(known.headers().map().keySet(), unknown.headers().map().keySet());
    assertEquals(422, guest.post("/password-reset", "email", "geen adres").status());
  }

  @Test
  void slowsResetsOfOneAddressDownAlsoOfAnUnknownOne() {
    String nobody = People.newAddress();
    int status = 303;
    int sent = 0;
    for (; sent < 6 && status == 303; sent++) {
      var guest = Browser.guest().from("198.51.100." + (100 + sent));
      var answer = guest.post("/password-reset", "email", nobody);
      status = answer.status();
      if (status == 429) {
        assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 30);
      }
    }
    assertEquals(429, status);
    assertEquals(5, sent);
  }

  @Test
  void sendsAnInvitationAgain() {
    String email = PEOPLE.invited(People.HAVENKANTOOR, Role.PARTNER_USER);
    String path = PEOPLE.accountPath(People.HAVENKANTOOR, email);
    PEOPLE.mailbox.link(email);
    assertEquals(303, PEOPLE.mirjam.post(path + "/invitation").status());
    var links = PEOPLE.mailbox.links(email, 2);
    assertFalse(links.get(0).equals(links.get(1)));
    Browser.guest().post(links.get(0), "name", "Jan", "new-password", People.PASSWORD);
    assertEquals(404, Browser.guest().get(links.get(1)).status());
    assertEquals(409, PEOPLE.mirjam.post(path + "/invitation").status());
    assertEquals(303, PEOPLE.mirjam.post(path + "/password-reset").status());
    assertTrue(PEOPLE.mailbox.links(email, 3).get(0).startsWith("/password-reset/"));
  }

  @Test
  void showsNoLinkToWhoReadsTheLog() {
    String email = PEOPLE.invited(People.HAVENKANTOOR, Role.PARTNER_USER);
    String link = PEOPLE.mailbox.link(email);
    String token = link.substring(link.lastIndexOf('/') + 1);
    var page = PEOPLE.mirjam.get(PEOPLE.accountPath(People.HAVENKANTOOR, email));
    assertFalse(page.html().contains(token));
    assertFalse(PEOPLE.mirjam.get("/backoffice/log").html().contains(token));
  }
}
