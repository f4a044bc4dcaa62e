package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.demo.DemoWorld;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginIT {
  private static final String SANNE = "sanne@havenkantoor.example";

  @Test
  void letsInHoweverTheAddressIsTyped() {
    var browser = Browser.of(" Sanne@Havenkantoor.Example");
    var home = browser.get("/");
    assertEquals(200, home.status());
    assertTrue(home.says("Sanne de Wit"), home.toString());
  }

  @Test
  void sendsAGuestToTheLoginAndBackAgain() {
    var guest = Browser.guest();
    assertEquals("/login?next=%2Fcustomers", guest.get("/customers").location());
    assertEquals("/customers", login(guest, SANNE, DemoWorld.PASSWORD, "/customers").location());
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
  void goesToNoOtherSite(String next) {
    assertEquals("/", login(Browser.guest(), SANNE, DemoWorld.PASSWORD, next).location());
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownAccountInTheSameWords() {
    var guest = Browser.guest().from("198.51.100.1");
    var wrong = login(guest, SANNE, "iets anders dan dit", "/");
    var unknown = login(guest, "niemand@havenkantoor.example", "iets anders dan dit", "/");
    assertEquals(422, wrong.status());
    assertEquals(422, unknown.status());
    assertTrue(wrong.says("horen niet bij elkaar"), wrong.toString());
    assertEquals(wrong.text(), unknown.text().replace("niemand@havenkantoor.example", SANNE));
    assertNull(guest.cookie("session"));
  }

  @Test
  void refusesRubbishWithoutCountingIt() {
    var guest = Browser.guest().from("198.51.100.2");
    for (int i = 0; i < 6; i++) {
      assertEquals(422, login(guest, "geen adres", "x", "/").status());
      assertEquals(422, login(guest, SANNE, "", "/").status());
    }
  }

  @Test
  void slowsAStrangerDownAndNotAKnownBrowser() {
    String email = new People().ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var known = Browser.of(email, People.PASSWORD);
    var stranger = Browser.guest().from("198.51.100.3");
    Visit answer = null;
    for (int i = 0; i < 12 && (answer == null || answer.status() == 422); i++) {
      answer = login(stranger, email, "iets anders dan dit", "/");
    }
    assertEquals(429, answer.status());
    int wait = Integer.parseInt(answer.header("Retry-After"));
    assertTrue(wait >= 1 && wait <= 60, "waits " + wait);
    assertTrue(answer.says("opnieuw"), answer.toString());
    // too early is not even checked, from wherever it comes
    assertEquals(
        429, login(Browser.guest().from("198.51.100.4"), email, People.PASSWORD, "/").status());
    // but the owner's own browser is counted by itself
    known.dropCookie("session");
    assertEquals(303, login(known, email, People.PASSWORD, "/").status());
  }

  @Test
  void givesTheSessionAnotherIdAtEachLogin() {
    var browser = Browser.of(SANNE);
    String first = browser.cookie("session");
    login(browser, SANNE, DemoWorld.PASSWORD, "/");
    assertNotEquals(first, browser.cookie("session"));
    var thief = Browser.guest();
    thief.putCookie("session", first);
    assertEquals(303, thief.get("/customers").status());
  }

  @Test
  void endsTheSessionOnTheServerAtLogout() {
    var browser = Browser.of(SANNE);
    var copy = Browser.guest();
    copy.putCookie("session", browser.cookie("session"));
    assertEquals(200, copy.get("/customers").status());
    assertEquals("/login", browser.post("/logout").location());
    assertEquals("/login?next=%2Fcustomers", copy.get("/customers").location());
  }

  @Test
  void marksItsCookies() {
    var answer = login(Browser.guest(), SANNE, DemoWorld.PASSWORD, "/");
    var cookies = answer.headers().allValues("set-cookie");
    assertEquals(2, cookies.size(), cookies.toString());
    for (String cookie : cookies) {
      assertTrue(cookie.matches("(?i).*; HttpOnly.*; SameSite=Lax.*"), cookie);
    }
  }

  private static Visit login(Browser browser, String email, String password, String next) {
    return browser.post("/login", "email", email, "password", password, "next", next);
  }
}
