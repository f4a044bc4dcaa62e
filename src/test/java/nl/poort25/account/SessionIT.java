package nl.poort25.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;

class SessionIT {
  private static final People PEOPLE = new People();

  @Test
  void endsAtTheNextRequestWhenTheAccountIsLocked() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var browser = Browser.of(email, People.PASSWORD);
    String path = PEOPLE.accountPath(People.HAVENKANTOOR, email);
    assertEquals(303, PEOPLE.mirjam.post(path + "/lock").status());
    assertSignedOut(browser);
    var refused = login(email, People.PASSWORD);
    assertEquals(422, refused.status());
    assertTrue(refused.says("vergrendeld"), refused.toString());
    assertEquals(409, PEOPLE.mirjam.post(path + "/lock").status());
    assertEquals(303, PEOPLE.mirjam.post(path + "/unlock").status());
    assertEquals(303, login(email, People.PASSWORD).status());
  }

  @Test
  void endsAtTheNextRequestWhenThePartnerIsLocked() {
    String partner = PEOPLE.newPartner();
    String email = PEOPLE.ofPartner(partner, Role.PARTNER_ADMIN);
    var browser = Browser.of(email, People.PASSWORD);
    assertEquals(200, browser.get("/colleagues").status());
    assertEquals(303, PEOPLE.mirjam.post(PEOPLE.partnerPath(partner) + "/lock").status());
    assertSignedOut(browser);
    assertEquals(422, login(email, People.PASSWORD).status());
    assertEquals(303, PEOPLE.mirjam.post(PEOPLE.partnerPath(partner) + "/unlock").status());
    assertEquals(303, login(email, People.PASSWORD).status());
  }

  @Test
  void endsAtTheNextRequestWhenTheRoleChanges() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_ADMIN);
    var browser = Browser.of(email, People.PASSWORD);
    assertEquals(200, browser.get("/colleagues").status());
    String path = PEOPLE.accountPath(People.HAVENKANTOOR, email);
    assertEquals(303, PEOPLE.mirjam.post(path + "/roles", "role", "PARTNER_USER").status());
    assertSignedOut(browser);
    assertEquals(403, Browser.of(email, People.PASSWORD).get("/colleagues").status());
  }

  @Test
  void goesOnUnderAnotherIdAfterAChangeOfPasswordAndAllOthersEnd() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var own = Browser.of(email, People.PASSWORD).from("198.51.100.11");
    var other = Browser.of(email, People.PASSWORD);
    String id = own.cookie("session");
    String wanted = "vijf droge wanten nat";
    assertEquals(
        422,
        own.post("/account/password", "password", "niet het oude", "new-password", wanted)
            .status());
    assertEquals(
        422,
        own.post("/account/password", "password", People.PASSWORD, "new-password", "kort")
            .status());
    assertEquals(200, other.get("/customers").status());
    assertEquals(
        "/account",
        own.post("/account/password", "password", People.PASSWORD, "new-password", wanted)
            .location());
    assertEquals(200, own.get("/customers").status());
    assertNotEquals(id, own.cookie("session"));
    assertSignedOut(other);
    assertEquals(422, login(email, People.PASSWORD).status());
    assertEquals(303, login(email, wanted).status());
  }

  private static void assertSignedOut(Browser browser) {
    assertEquals("/login?next=%2Fcustomers", browser.get("/customers").location());
  }

  private static Visit login(String email, String password) {
    return Browser.guest()
        .from("198.51.100.12")
        .post("/login", "email", email, "password", password);
  }
}
