package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.demo.DemoWorld;
import nl.poort25.it.Browser;
import nl.poort25.it.Trials;
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

  @Test
  void keepsNoSessionOfTheContainer() {
    var browser = Browser.of("sanne@havenkantoor.example");
    browser.get("/");
    browser.post("/customers", "name", " ");
    assertNull(browser.cookie("JSESSIONID"));
    assertEquals(43, browser.cookie("session").length());
  }

  @Test
  void clearsWhatTheBrowserHasAtLogoutButNoCookiesOfOthers() {
    var browser = Browser.of("sanne@havenkantoor.example");
    var answer = browser.post("/logout");
    assertEquals("\"cache\", \"storage\"", answer.header("Clear-Site-Data"));
    assertNull(browser.cookie("session"));
  }

  @Test
  void isShownAndEndedFromAnotherBrowser() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    var own = Browser.of(email, People.PASSWORD);
    var other = Browser.of(email, People.PASSWORD);
    var page = own.get("/account/sessions");
    assertTrue(page.says("deze browser") && page.says("Java-http-client"), page.toString());
    String end = page.find("action=\"(/account/sessions/\\d+/end)\"").orElseThrow();
    // of somebody else it ends nothing, and says nothing
    var stranger = Browser.of("noor@polder.example");
    assertEquals("/account/sessions", stranger.post(end).location());
    assertTrue(stranger.get("/account/sessions").says("was al uitgelogd"));
    assertEquals(200, other.get("/customers").status());
    assertEquals("/account/sessions", own.post(end).location());
    assertTrue(own.get("/account/sessions").says("is uitgelogd"));
    assertEquals(200, own.get("/customers").status());
    // the invitation's browser and the other one
    assertEquals("/account/sessions", own.post("/account/sessions/end-others").location());
    assertSignedOut(other);
    page = own.get("/account/sessions");
    assertTrue(page.find("(/account/sessions/\\d+/end)").isEmpty(), page.toString());
    assertTrue(own.get("/account").says("Overal elders uitgelogd"));
  }

  @Test
  void endsOnceHoweverManyTimesAtOnce() throws Exception {
    for (int run = 0; run < Trials.RUNS; run++) {
      var browser = Browser.of("sanne@havenkantoor.example");
      var answers = new ArrayList<CompletableFuture<Integer>>();
      for (int i = 0; i < 4; i++) {
        var copy = Browser.guest();
        copy.putCookie("session", browser.cookie("session"));
        answers.add(CompletableFuture.supplyAsync(() -> copy.post("/logout").status()));
        // and somebody signs in with the same cookie
        var again = Browser.guest();
        again.putCookie("session", browser.cookie("session"));
        answers.add(
            CompletableFuture.supplyAsync(
                () ->
                    again
                        .post(
                            "/login",
                            "email",
                            "bram@havenkantoor.example",
                            "password",
                            DemoWorld.PASSWORD)
                        .status()));
      }
      for (var answer : answers) {
        assertEquals(303, answer.get(60, TimeUnit.SECONDS));
      }
      assertSignedOut(browser);
    }
  }

  @Test
  void tellsOfABrowserThatIsNewAndNotOfTheFirst() {
    String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    assertFalse(PEOPLE.mailbox.of(email).says("nieuwe browser"));
    var known = Browser.of(email, People.PASSWORD);
    assertTrue(
        PEOPLE.mailbox.of(email).says("Er is met een nieuwe browser ingelogd"),
        PEOPLE.mailbox.of(email).toString());
    assertTrue(PEOPLE.mirjam.get("/backoffice/log?act=SignedInAnew&subject=" + email).says(email));
    known.dropCookie("session");
    assertEquals(303, known.post("/login", "email", email, "password", People.PASSWORD).status());
    assertEquals(1, count(PEOPLE.mailbox.of(email).html(), "met een nieuwe browser ingelogd"));
  }

  private static int count(String text, String what) {
    return text.split(Pattern.quote(what), -1).length - 1;
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
