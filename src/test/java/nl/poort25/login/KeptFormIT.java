package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.account.Totp;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;

/** What is typed when the session is over goes back to whoever typed it, and to nobody else. */
class KeptFormIT {
  private static final People PEOPLE = new People();
  private static final String TYPED = "Bakkerij <b>\"De & Korst\" n\u00b0 1";
  private static final String SHOWN = "Bakkerij &lt;b&gt;&quot;De &amp; Korst&quot; n\u00b0 1";

  private final String email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_ADMIN);
  private final Browser browser = Browser.of(email, People.PASSWORD);

  @Test
  void comesBackToTheSameAccountAndIsNotSent() {
    var lost = lost("/customers/new", "/customers", "name", TYPED);
    assertEquals(422, lost.status());
    assertTrue(lost.says("er is niets verzonden"), lost.toString());
    assertFalse(lost.html().contains("Korst"), "whoever sits there reads it in the page");
    var answer = signIn(browser, lost, email);
    assertEquals("/customers/new", answer.location());
    var form = browser.get("/customers/new");
    assertTrue(form.html().contains("value=\"" + SHOWN + "\""), form.html());
    assertTrue(form.says("Het is nog niet verzonden"), form.toString());
    assertFalse(browser.get("/customers?q=Korst").html().contains("De &amp; Korst&quot; n"));
    // until it is sent, then no more
    assertTrue(browser.get("/customers/new").says("Het is nog niet verzonden"));
    assertEquals(303, browser.post("/customers", "name", "Korst " + email).status());
    assertFalse(browser.get("/customers/new").says("Het is nog niet verzonden"));
  }

  @Test
  void canBeThrownAway() {
    signIn(browser, lost("/customers/new", "/customers", "name", TYPED), email);
    assertEquals(
        "/customers/new", browser.post("/kept-form/removal", "back", "/customers/new").location());
    var form = browser.get("/customers/new");
    assertFalse(form.html().contains("Korst"), form.html());
  }

  @Test
  void isKeptThroughAWrongPassword() {
    var lost = lost("/customers/new", "/customers", "name", TYPED);
    var wrong = browser.post("/login", "email", email, "password", "niet dit", "kept", kept(lost));
    assertEquals(422, wrong.status());
    assertTrue(wrong.says("er is niets verzonden"), wrong.toString());
    signIn(browser, wrong, email);
    assertTrue(browser.get("/customers/new").html().contains(SHOWN));
  }

  @Test
  void isNobodyElses() {
    var lost = lost("/customers/new", "/customers", "name", TYPED);
    String other = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_ADMIN);
    assertEquals("/", signIn(browser, lost, other).location());
    assertFalse(browser.get("/customers/new").html().contains("Korst"));
  }

  @Test
  void nobodyMakesOneForSomebodyElse() {
    String form = browser.get("/customers/new").html();
    String made = kept(lost("/customers/new", "/customers", "name", TYPED));
    int last = made.length() - 6;
    String altered = made.substring(0, last) + (made.charAt(last) == 'A' ? 'B' : 'A') + "AAAA=";
    for (String forged : List.of(altered, "", "x", "sealed:0000000000000000:" + "A".repeat(40))) {
      var answer =
          Browser.guest()
              .post("/login", "email", email, "password", People.PASSWORD, "kept", forged);
      assertEquals(303, answer.status(), forged);
    }
    // a mark is no form that was kept, and the other way round
    var mixed = Browser.guest();
    assertEquals(
        303,
        mixed
            .post("/login", "email", email, "password", People.PASSWORD, "kept", mark(form))
            .status());
    assertEquals(
        "/login", Browser.guest().post("/customers", "name", TYPED, "form-mark", made).location());
  }

  @Test
  void aFormOfSomebodyElseIsNotSentInHisPlace() {
    String mark = mark(browser.get("/customers/new").html());
    String other = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_ADMIN);
    var another = Browser.of(other, People.PASSWORD);
    String name = "Niet van " + other;
    var answer = another.post("/customers", "name", name, "form-mark", mark);
    assertEquals(422, answer.status(), answer.toString());
    assertTrue(answer.says("met een ander account dan waarmee nu is ingelogd"), answer.toString());
    assertFalse(another.get("/customers?q=Niet+van+" + other).html().contains(">" + name));
    var back = signIn(another, answer, email);
    assertEquals("/customers/new", back.location());
    assertTrue(another.get("/customers/new").html().contains("value=\"" + name));
  }

  @Test
  void passwordsCodesAndMarksAreNotKept() {
    var lost = lost("/account/password", "/account/password", "password", "geheim", "name", TYPED);
    var opened = signIn(browser, lost, email);
    assertEquals("/account/password", opened.location());
    var form = browser.get("/account/password");
    assertFalse(form.html().contains("geheim"), form.html());
    // what the page has no field for is shown all the same
    assertTrue(form.html().contains(SHOWN), form.html());
    assertTrue(form.says("is er nu geen veld"), form.toString());
  }

  @Test
  void whatIsTooLargeIsLeftOutAndSaid() {
    signIn(
        browser,
        lost("/customers/new", "/customers", "name", TYPED, "more", "x".repeat(70_000)),
        email);
    var form = browser.get("/customers/new");
    assertTrue(form.html().contains(SHOWN), form.toString());
    assertTrue(form.says("te groot om te bewaren"), form.toString());
    assertFalse(form.html().contains("xxxx"));
  }

  @Test
  void aFormWithoutAMarkLeadsBackToItsPage() {
    var guest = Browser.guest();
    var form = Browser.request("/customers");
    assertEquals("/login", guest.post("/customers", "name", TYPED).location());
    form.header("Origin", Browser.PORTAL)
        .header("Referer", Browser.PORTAL + "/customers/new?x=1")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=x"));
    assertEquals("/login?next=%2Fcustomers%2Fnew%3Fx%3D1", guest.send(form).location());
  }

  @Test
  void aScriptGetsASentenceAndThePageStays() {
    var request = Browser.request("/domains/new/name?name=x").header("HX-Request", "true").GET();
    var answer = Browser.guest().send(request);
    assertEquals(286, answer.status(), "also ends polling");
    assertEquals("#session-note", answer.header("HX-Retarget"));
    assertTrue(answer.says("Uw sessie is verlopen."), answer.toString());
    assertTrue(answer.html().contains("target=\"_blank\""), answer.html());
  }

  @Test
  void aPageSaysUntilWhenTheSessionIsGood() {
    var page = browser.get("/customers/new");
    // in the last half hour of a day it is tomorrow's
    assertTrue(page.says("wordt u uitgelogd: vandaag") || page.says("wordt u uitgelogd: morgen"));
    long left = Long.parseLong(browser.get("/session").html());
    assertTrue(left > 60, "seconds: " + left);
  }

  @Test
  void goesAlongThroughTheSecondFactor() {
    var page = browser.get("/account/second-factor/enrolment");
    var totp = new Totp(page.find("id=\"secret\">([A-Z2-7 ]+)<").orElseThrow().replace(" ", ""));
    var enrolled =
        browser.post(
            "/account/second-factor/enrolment",
            "password",
            People.PASSWORD,
            "code",
            totp.code(Totp.step(java.time.Instant.now()) - 1));
    assertEquals(303, enrolled.status(), enrolled.toString());
    var lost = lost("/customers/new", "/customers", "name", TYPED);
    assertEquals("/login/second-factor", signIn(browser, lost, email).location());
    var done =
        browser.post("/login/second-factor", "code", totp.code(Totp.step(java.time.Instant.now())));
    assertEquals("/customers/new", done.location(), done.toString());
    assertTrue(browser.get("/customers/new").html().contains(SHOWN));
  }

  /** The answer to a form that was shown before the session ended. */
  private Visit lost(String page, String action, String... namesAndValues) {
    String mark = mark(browser.get(page).html());
    browser.dropCookie("session");
    var form = new ArrayList<>(List.of(namesAndValues));
    form.addAll(List.of("form-mark", mark));
    return browser.post(action, form.toArray(String[]::new));
  }

  private static String mark(String html) {
    var found =
        java.util.regex.Pattern.compile("name=\"form-mark\" value=\"([^\"]+)\"").matcher(html);
    assertTrue(found.find(), html);
    return found.group(1);
  }

  private static String kept(Visit lost) {
    return lost.find("name=\"kept\" value=\"([^\"]+)\"").orElseThrow();
  }

  private static Visit signIn(Browser browser, Visit lost, String email) {
    assertNotNull(lost);
    String next = lost.find("name=\"next\" value=\"([^\"]+)\"").orElse("");
    return browser.post(
        "/login", "email", email, "password", People.PASSWORD, "kept", kept(lost), "next", next);
  }
}
