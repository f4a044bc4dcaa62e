package nl.poort25.exemption;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import nl.poort25.it.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a question to an open port, in a real browser. */
class ExemptionJourney {
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static void chooseConnection(Page page, String reference) {
    String label =
        page.locator("#connection option")
            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(reference))
            .textContent();
    page.locator("#connection").selectOption(label.strip());
    Chromium.submit(page, "Bewaren en verder");
  }

  private static void fillInTheRest(Page page) {
    page.locator("#volume").fill("500");
    page.locator("#purpose").fill("Mail voor onze klanten");
    Chromium.submit(page, "Bewaren en verder");
    page.locator("#measure").check();
    Chromium.submit(page, "Bewaren en verder");
    page.locator("#contact-name").fill("NOC");
    page.locator("#contact-email").fill("abuse@havenkantoor.example");
    page.locator("#contact-phone").fill("+31 10 123 45 67");
    Chromium.submit(page, "Bewaren en verder");
    assertThat(page.locator("h1")).hasText("Controleer uw aanvraag");
  }

  @Test
  void takesARequestOfAThirdPartyToAnOpenPort() {
    var sanne = chromium.of("sanne@havenkantoor.example", "nl");
    sanne.navigate("/exemptions");
    sanne.locator("a[href='/exemptions/new']").first().click();
    sanne.locator("input[name=kind][value=THIRD_PARTY]").check();
    Chromium.submit(sanne, "Aanvraag beginnen");
    chooseConnection(sanne, "ZAK-0331");
    sanne.locator("#third-party").fill("Mailfilter Nederland");
    sanne.locator("#sources").fill("203.0.113.240/29");
    sanne.locator("#documentation").fill("https://mailfilter.example/adressen");
    Chromium.submit(sanne, "Bewaren en verder");
    sanne.locator("#destinations").fill("192.0.2.99/28");
    Chromium.submit(sanne, "Bewaren en verder");
    assertThat(sanne.locator("#errors")).isVisible();
    sanne.locator("#destinations").fill("192.0.2.99");
    Chromium.submit(sanne, "Bewaren en verder");
    fillInTheRest(sanne);
    Chromium.submit(sanne, "Aanvraag indienen");
    assertThat(sanne.locator("#errors")).isVisible();
    sanne.locator("#measures").check();
    sanne.locator("#policy").check();
    Chromium.submit(sanne, "Aanvraag indienen");
    assertThat(sanne.locator("#main")).containsText("ingediend als ticket P25-");
    String id = sanne.url().replaceAll(".*/exemptions/(\\d+).*", "$1");

    var karim = chromium.of("karim@routit.example", "nl");
    karim.navigate("/backoffice/exemptions/" + id);
    assertThat(karim.locator("#main")).containsText("203.0.113.240/29");
    Chromium.submit(karim, "Aanvraag goedkeuren");
    assertThat(karim.locator(".page-head")).containsText("goedgekeurd, nog niet open");

    sanne.reload();
    assertThat(sanne.locator(".page-head")).containsText("goedgekeurd, nog niet open");

    var lieke = chromium.of("lieke@routit.example", "nl");
    lieke.navigate("/backoffice/exemptions?task=to_open");
    lieke.locator("a[href='/backoffice/exemptions/" + id + "']").click();
    lieke.locator("#opened-note").fill("Gezien op de router.");
    Chromium.submit(lieke, "Bevestigen: staat open");

    sanne.reload();
    assertThat(sanne.locator(".page-head .status-word")).hasText("open");
    assertThat(sanne.locator("#main")).containsText("bevestigd door RoutIT");

    sanne
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Uitzondering intrekken"))
        .click();
    sanne.locator("#sure").check();
    Chromium.submit(sanne, "Uitzondering intrekken");
    assertThat(sanne.locator("#main")).containsText("nog niet bevestigd dat poort 25 dicht is");
  }

  @Test
  void takesAViolationToItsOverruling() {
    var sanne = chromium.of("sanne@havenkantoor.example", "nl");
    sanne.navigate("/exemptions/new");
    sanne.locator("#kind").check();
    Chromium.submit(sanne, "Aanvraag beginnen");
    chooseConnection(sanne, "THW-2304");
    sanne.locator("#host-0").fill("mail.cafe-de-kade.example");
    sanne.locator("#ipv4-0").fill("198.51.100.77");
    sanne.locator("#product-0").fill("Postfix");
    sanne.locator("#manager-0").fill("wij");
    Chromium.submit(sanne, "Bewaren en verder");
    fillInTheRest(sanne);
    assertThat(sanne.locator(".finding").first()).containsText("THW-2304 is een thuiswerkerlijn.");
    sanne.locator("#measures").check();
    sanne.locator("#policy").check();
    Chromium.submit(sanne, "Toch indienen");
    String id = sanne.url().replaceAll(".*/exemptions/(\\d+).*", "$1");

    var karim = chromium.of("karim@routit.example", "nl");
    karim.navigate("/backoffice/exemptions/" + id);
    Chromium.submit(karim, "Aanvraag goedkeuren");
    assertThat(karim.locator("#refusal")).containsText("geen reden gegeven");
    karim.locator("#overrule-NOT_OVER_A_TELEWORKER_LINE").fill("Tot de verhuizing van januari.");
    Chromium.submit(karim, "Aanvraag goedkeuren");
    assertThat(karim.locator("#main")).containsText("Afgeweken van:");

    sanne.reload();
    assertThat(sanne.locator("#main")).containsText("Tot de verhuizing van januari.");
    sanne.navigate("/exemptions/" + id + "/withdrawal");
    sanne.locator("#sure").check();
    Chromium.submit(sanne, "Uitzondering intrekken");
  }

  @Test
  void isAskedByKeyboardAlone() {
    var page = chromium.of("sanne@havenkantoor.example", "en");
    page.navigate("/exemptions/new");
    page.locator("#kind").focus();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Connection");
    page.locator("#connection").focus();
    page.keyboard().type("COLO-0012");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Mail servers");
    page.locator("#host-0").focus();
    for (String value : new String[] {"mx9.haven.example", "192.0.2.47", "", "Exim", "us"}) {
      page.keyboard().type(value);
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Use");
    String id = page.url().replaceAll(".*/exemptions/(\\d+)/.*", "$1");
    page.navigate("/exemptions/" + id + "/withdrawal");
    page.locator("#sure").focus();
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).containsText("discarded");
  }
}
