package nl.poort25.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import nl.poort25.abuse.Cases;
import nl.poort25.demo.DemoWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever types when his session ends signs in, and goes on; whoever reads the policy too. */
class KeptFormJourney {
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final String DAAN = "daan@brugensluis.example";
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @AfterEach
  void endCases() {
    Cases.endAll();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .press("Enter"); // by keyboard, as somebody types
  }

  /** As an hour of silence does, or a logout in another tab. */
  private static void endSession(BrowserContext context) {
    context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
  }

  private static void signIn(Page page, String email) {
    assertThat(page.locator("#main")).containsText("er is niets verzonden");
    page.locator("#email").fill(email);
    page.locator("#password").fill(DemoWorld.PASSWORD);
    page.locator("#password").press("Enter");
    assertThat(page.locator(".kept-form")).containsText("Het is nog niet verzonden");
  }

  @Test
  void aMessageIsNotLost() {
    var sanne = chromium.of(SANNE, "nl");
    sanne.navigate("/tickets");
    sanne.locator("td a").first().click();
    String ticket = sanne.url();
    sanne.locator("#text").fill("Eerste regel\n\nMet <b> en & en „aanhalingstekens”");
    endSession(sanne.context());
    press(sanne, "Bericht versturen");
    signIn(sanne, SANNE);
    assertEquals(ticket, sanne.url());
    assertThat(sanne.locator("#text"))
        .hasValue("Eerste regel\n\nMet <b> en & en „aanhalingstekens”");
    assertThat(sanne.locator("#conversation")).not().containsText("Eerste regel");
    press(sanne, "Bericht versturen");
    assertThat(sanne.locator("#conversation")).containsText("Eerste regel");
    assertThat(sanne.locator(".kept-form")).hasCount(0);
  }

  @Test
  void aRequestIsNotLostWithoutScript() {
    var page = chromium.guestWithoutScript();
    Chromium.signIn(page, SANNE);
    page.navigate("/exemptions/new");
    page.locator("input[name=kind][value=COLOCATION]").check();
    press(page, "Aanvraag beginnen");
    page.locator("#connection")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    press(page, "Bewaren en verder");
    page.locator("#host-0").fill("mx.havenkantoor.example");
    press(page, "Nog een mailserver");
    page.locator("#host-1").fill("mx2.havenkantoor.example");
    press(page, "Nog een mailserver");
    page.locator("#product-2").fill("Postfix");
    endSession(page.context());
    press(page, "Bewaren en verder");
    signIn(page, SANNE);
    assertThat(page.locator("#host-0")).hasValue("mx.havenkantoor.example");
    assertThat(page.locator("#host-1")).hasValue("mx2.havenkantoor.example");
    assertThat(page.locator("#product-2")).hasValue("Postfix");
  }

  @Test
  void anInvestigationIsNotLost() {
    long id = Cases.blocked(Browser.known("karim@routit.example"), "192.0.2.67");
    var daan = chromium.of(DAAN, "nl");
    daan.navigate("/abuse/" + id);
    daan.locator("#answer-CAUSE").fill("Een lek in de webmail");
    daan.locator("#answer-PROOF").fill("Het log van gisteren");
    endSession(daan.context());
    press(daan, "Antwoorden versturen");
    signIn(daan, DAAN);
    assertThat(daan.locator("#answer-CAUSE")).hasValue("Een lek in de webmail");
    assertThat(daan.locator("#answer-PROOF")).hasValue("Het log van gisteren");
    press(daan, "Antwoorden versturen");
    assertThat(daan.locator("#item-CAUSE")).containsText("wacht op oordeel");
    assertThat(daan.locator("#item-PROOF")).containsText("wacht op oordeel");
  }

  @Test
  void theLiveCheckLeavesTheFormAlone() {
    var sanne = chromium.of(SANNE, "nl");
    sanne.navigate("/domains/new");
    sanne.locator("#customer").fill("De Bries");
    endSession(sanne.context());
    sanne.locator("#name").pressSequentially("bries.examp");
    var note = sanne.locator("#session-note");
    assertThat(note).containsText("Uw sessie is verlopen.");
    assertThat(sanne.locator("#customer")).hasValue("De Bries");
    assertThat(sanne.locator("#name")).hasValue("bries.examp");
    var tab = sanne.waitForPopup(() -> note.locator("a").click());
    tab.waitForURL("**/login");
    Chromium.signIn(tab, SANNE);
    sanne.locator("#name").pressSequentially("le");
    assertThat(sanne.locator("#name-check")).not().isEmpty();
    assertThat(sanne.locator("#customer")).hasValue("De Bries");
  }

  @Test
  void thePolicyIsReadInTheMiddleOfAnOrder() {
    var sanne = chromium.of(SANNE, "nl");
    sanne.navigate("/domains/12/mail-services/new?kind=smtp");
    sanne.locator("#destination").fill("mail.havenkantoor.example");
    sanne.locator("#acknowledged").check();
    var policy = sanne.locator("#main form a[href^='/policy']").first();
    assertThat(policy).hasText(Pattern.compile("nieuw tabblad"));
    var tab = sanne.waitForPopup(policy::click);
    tab.waitForURL("**/policy*");
    assertThat(sanne.locator("#destination")).hasValue("mail.havenkantoor.example");
    assertThat(sanne.locator("#acknowledged")).isChecked();
    // whoever leaves all the same finds it again on the way back
    sanne.onDialog(dialog -> dialog.accept());
    sanne.locator(".menu a[href='/policy']").click();
    sanne.waitForURL("**/policy");
    sanne.goBack();
    assertThat(sanne.locator("#destination")).hasValue("mail.havenkantoor.example");
    assertThat(sanne.locator("#acknowledged")).isChecked();
  }

  @Test
  void theWayBackHasNothingOfSomebodyElse() {
    var page = chromium.of(SANNE, "nl");
    page.navigate("/customers/new");
    page.locator("#name").fill("Van Sanne");
    page.onDialog(dialog -> dialog.accept());
    press(page, "Uitloggen");
    page.waitForURL("**/login**"); // the question before leaving comes first
    Chromium.signIn(page, "noor@polder.example");
    for (int i = 0; i < 9 && !page.url().endsWith("/customers/new"); i++) {
      back(page);
    }
    assertThat(page.locator(".who")).containsText("Polder Networks"); // others rename her
    assertThat(page.locator("#name")).hasValue("");
  }

  /**
   * One step, until a page is there: the page of the login leads on, since somebody is signed in,
   * and a goBack() that meets that fails in one of several ways.
   */
  private static void back(Page page) {
    page.evaluate("() => { window.isLeft = true; history.back(); }");
    page.waitForFunction("() => !window.isLeft && document.readyState === 'complete'");
  }

  @Test
  void aSessionThatEndsIsSaidInTimeAndGoesOn() {
    var sanne = chromium.of(SANNE, "nl");
    sanne.clock().install();
    sanne.navigate("/customers/new");
    sanne.locator("#name").fill("Nog bezig");
    long left = Long.parseLong(sanne.locator("#session-note").getAttribute("data-left"));
    sanne.clock().runFor((left - 200) * 1000);
    Locator note = sanne.locator("#session-note[role=status]");
    assertThat(note).containsText("Als u niets doet, wordt u uitgelogd om");
    press(sanne, "Ingelogd blijven");
    assertThat(note).isEmpty();
    assertThat(sanne.locator("#name")).isFocused();
    sanne.clock().runFor((left + 10) * 1000);
    assertThat(note).containsText("Uw sessie is verlopen.");
    assertThat(sanne.locator("#name")).hasValue("Nog bezig");
  }
}
