package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.account.Totp;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorStepIT {
  private static final People PEOPLE = new People();
  private static final String SECRET = "id=\"secret\">([A-Z2-7 ]+)<";
  private String email;
  private Browser browser;
  private Totp totp;
  private List<String> codes;

  @BeforeEach
  void setUp() {
    email = PEOPLE.ofPartner(People.HAVENKANTOOR, Role.PARTNER_USER);
    browser = Browser.of(email, People.PASSWORD);
    var page = browser.get("/account/second-factor/enrolment");
    totp = new Totp(page.find(SECRET).orElseThrow().replace(" ", ""));
    var again = browser.get("/account/second-factor/enrolment");
    assertEquals(page.find(SECRET), again.find(SECRET));
    // the code of the step before, so that the login finds one that is newer
    var answer = enrol(People.PASSWORD, code(-1));
    if (answer.status() == 422) {
      answer = enrol(People.PASSWORD, code(-1)); // a step went by between the two clocks
    }
    assertEquals("/account/second-factor/recovery-codes", answer.location());
    var shown = browser.get("/account/second-factor/recovery-codes");
    codes =
        Pattern.compile("<code>([a-z0-9-]{14})</code>")
            .matcher(shown.html())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(10, codes.size());
  }

  @Test
  void showsTheRecoveryCodesOnce() {
    assertEquals(
        "/account/second-factor", browser.get("/account/second-factor/recovery-codes").location());
    assertTrue(browser.get("/account/second-factor").says("nog 10"));
  }

  @Test
  void givesNoRightsBeforeTheCode() {
    var half = Browser.guest();
    assertEquals("/login/second-factor", password(half).location());
    assertEquals("/login?next=%2Fcustomers", half.get("/customers").location());
    assertEquals("/login?next=%2Faccount", half.get("/account").location());
    assertEquals(200, half.get("/login/second-factor").status());
    assertEquals("/login", half.get("/login/enrolment").location());
    assertEquals("/login", Browser.guest().post("/login/second-factor", "code", "1").location());
  }

  @Test
  void takesACodeOnce() {
    var first = Browser.guest();
    password(first);
    String id = first.cookie("session");
    String code = code(0);
    assertEquals("/", first.post("/login/second-factor", "code", code).location());
    assertEquals(200, first.get("/customers").status());
    assertFalse(id.equals(first.cookie("session")));
    var replay = Browser.guest();
    password(replay);
    assertEquals(422, replay.post("/login/second-factor", "code", code).status());
    assertEquals("/login?next=%2Fcustomers", replay.get("/customers").location());
  }

  @Test
  void takesARecoveryCodeOnce() {
    var first = Browser.guest();
    password(first);
    String typed = codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ");
    assertEquals("/", first.post("/login/second-factor", "code", typed).location());
    assertTrue(first.get("/customers").says("U hebt er nog 9"));
    var second = Browser.guest();
    password(second);
    assertEquals(422, second.post("/login/second-factor", "code", codes.get(3)).status());
    assertEquals("/", second.post("/login/second-factor", "code", codes.get(4)).location());
  }

  @Test
  void slowsGuessingDown() {
    var half = Browser.guest();
    password(half);
    Visit answer = null;
    for (int i = 0; i < 8 && (answer == null || answer.status() == 422); i++) {
      answer = half.post("/login/second-factor", "code", "00000" + i);
    }
    assertEquals(429, answer.status());
    assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
    // the owner's own browser is counted by itself
    browser.dropCookie("session");
    password(browser);
    assertEquals("/", browser.post("/login/second-factor", "code", code(0)).location());
  }

  @Test
  void endsOtherSessionsWhenItIsTurnedOffAndNeedsThePasswordForIt() {
    var other = Browser.guest();
    password(other);
    other.post("/login/second-factor", "code", codes.get(0));
    assertEquals(422, browser.post("/account/second-factor/removal", "password", "mis").status());
    assertEquals(
        "/account/second-factor",
        browser.post("/account/second-factor/removal", "password", People.PASSWORD).location());
    assertEquals(200, browser.get("/customers").status());
    assertEquals(303, other.get("/customers").status());
    assertEquals("/", password(Browser.guest()).location());
    assertEquals(
        409, browser.post("/account/second-factor/removal", "password", People.PASSWORD).status());
  }

  @Test
  void replacesTheRecoveryCodes() {
    assertEquals(
        303, browser.post("/account/second-factor/renewal", "password", People.PASSWORD).status());
    var half = Browser.guest();
    password(half);
    assertEquals(422, half.post("/login/second-factor", "code", codes.get(0)).status());
  }

  @Test
  void isClearedByAnAdministratorWithANote() {
    String path = PEOPLE.accountPath(People.HAVENKANTOOR, email) + "/second-factor-reset";
    assertEquals(422, PEOPLE.mirjam.post(path, "note", " ").status());
    assertEquals(403, Browser.of("karim@routit.example").post(path, "note", "x").status());
    assertEquals(303, PEOPLE.mirjam.post(path, "note", "Gebeld via het hoofdnummer").status());
    assertEquals(303, browser.get("/customers").status());
    assertEquals("/", password(Browser.guest()).location());
  }

  @Test
  void isClearedByThePartnersOwnAdministratorAndNoOther() {
    var sanne = Browser.known("sanne@havenkantoor.example");
    String path = People.path(sanne.get("/colleagues?q=" + email), "/colleagues/", email);
    assertTrue(sanne.get(path).says("Tweede factor wissen"));
    String reset = path + "/second-factor-reset";
    assertEquals(404, Browser.of("noor@polder.example").post(reset, "note", "x").status());
    assertEquals(403, Browser.of("bram@havenkantoor.example").post(reset, "note", "x").status());
    assertEquals(422, sanne.post(reset, "note", " ").status());
    assertEquals(path, sanne.post(reset, "note", "Kwam langs").location());
    assertEquals(409, sanne.post(reset, "note", "Kwam langs").status());
    assertEquals("/", password(Browser.guest()).location());
    assertTrue(PEOPLE.mailbox.of(email).says("Uw tweede factor voor Poort 25 is gewist"));
  }

  @Test
  void namesWhoCanHelpWhoHasLostIt() {
    var half = Browser.guest();
    password(half);
    assertTrue(half.get("/login/second-factor").says("wissen: Sanne de Wit"));
    // whoever is locked is sent there too, and only with the right password
    String path = PEOPLE.accountPath(People.HAVENKANTOOR, email);
    assertEquals(303, PEOPLE.mirjam.post(path + "/lock").status());
    assertTrue(password(Browser.guest()).says("kan het ontgrendelen: Sanne de Wit"));
    assertFalse(
        Browser.guest()
            .from("198.51.100.77")
            .post("/login", "email", email, "password", "niet het goede")
            .says("kan het ontgrendelen"));
    assertEquals(303, PEOPLE.mirjam.post(path + "/unlock").status());
  }

  @Test
  void isMailedWhenItChanges() {
    assertTrue(PEOPLE.mailbox.of(email).says("heeft nu een tweede factor"));
    browser.post("/account/second-factor/renewal", "password", People.PASSWORD);
    assertTrue(PEOPLE.mailbox.of(email).says("nieuwe herstelcodes voor Poort 25 gemaakt"));
    browser.post("/account/second-factor/removal", "password", People.PASSWORD);
    assertTrue(PEOPLE.mailbox.of(email).says("tweede factor voor Poort 25 is uitgeschakeld"));
  }

  @Test
  void refusesACodeThatDoesNotBelongToTheSecretOnThePage() {
    assertEquals(422, enrol(People.PASSWORD, "000000").status());
    assertEquals(422, enrol("mis", code(1)).status());
    assertEquals(200, browser.get("/customers").status());
  }

  private Visit enrol(String password, String code) {
    return browser.post("/account/second-factor/enrolment", "password", password, "code", code);
  }

  private Visit password(Browser who) {
    return who.post("/login", "email", email, "password", People.PASSWORD);
  }

  private String code(int stepsOff) {
    return totp.code(Totp.step(Instant.now()) + stepsOff);
  }
}
