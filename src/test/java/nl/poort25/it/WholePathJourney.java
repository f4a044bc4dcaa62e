package nl.poort25.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.Test;

/** The main job end to end: register, order, activate, set the MX records, see them judged. */
class WholePathJourney {
  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private static void follow(Page page, String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
  }

  @Test
  void takesAPartnerAndStaffFromANameToMailThatArrives() throws Exception {
    try (var chromium = new Chromium();
        var dns = TestDns.startForPortal()) {
      dns.name("hele-weg.nl", "MX 10 mail.hele-weg.nl");
      var sanne = chromium.of("sanne@havenkantoor.example", "nl");
      sanne.navigate("/domains/new");
      sanne.locator("#name").pressSequentially("Hele-Weg.nl");
      assertThat(sanne.locator("#name-check")).containsText("Vrij");
      sanne.getByLabel("elders").check();
      press(sanne, "Domein registreren");
      assertThat(sanne.locator("h1")).hasText("hele-weg.nl");

      follow(sanne, "Maildienst bestellen");
      sanne.locator("a[href*='kind=POP3_BOX']").click();
      sanne.locator("input[type=text]").first().fill("info");
      press(sanne, "Maildienst bestellen");
      assertThat(sanne.locator("#errors")).isVisible();
      sanne.locator("#acknowledged").check();
      press(sanne, "Maildienst bestellen");
      assertThat(sanne.locator("main, #main").first()).containsText("Besteld");

      sanne.navigate("/domains?q=hele-weg.nl");
      sanne.locator("td a").first().click();
      press(sanne, "Nu controleren");
      assertThat(sanne.locator("#main")).containsText("mail.hele-weg.nl");
      assertThat(sanne.locator("#main")).containsText("Verwijder dit record");
      dns.name("hele-weg.nl", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
      press(sanne, "Nu controleren");
      // the records stand on the page in any case: it is the verdict that is waited for
      assertThat(sanne.locator("#main")).containsText("De MX-records van hele-weg.nl zijn goed");
      sanne.reload();
      assertThat(sanne.locator("#main")).containsText("Mail voor dit domein komt nu terug");

      var karim = chromium.of("karim@routit.example", "nl");
      karim.navigate("/backoffice/mail-services?q=hele-weg.nl");
      karim.locator("input[name=service]").check();
      Chromium.submit(karim, "Aangevinkte diensten activeren");
      assertThat(karim.locator("#main")).not().containsText("Niet alles is geactiveerd");

      sanne.reload();
      assertThat(sanne.locator(".page-head")).containsText("In orde");
    }
  }

  @Test
  void registersByKeyboardAlone() {
    try (var chromium = new Chromium()) {
      var page = chromium.guest();
      Chromium.signIn(page, "noor@polder.example");
      page.navigate("/domains/new");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Naar de inhoud");
      page.locator("#name").focus();
      page.keyboard().type("toetsenbord.nl");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasAttribute("name", "action");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasAttribute("name", "dns");
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("toetsenbord.nl");
    }
  }

  @Test
  void worksWithoutScript() {
    try (var chromium = new Chromium()) {
      var page = chromium.guestWithoutScript();
      Chromium.signIn(page, "noor@polder.example");
      page.navigate("/domains/new");
      page.locator("#name").fill("https://www.zonder-script.nl/x");
      page.getByLabel("elders").check();
      press(page, "Domein registreren");
      follow(page, "zonder-script.nl");
      page.getByLabel("elders").check();
      press(page, "Domein registreren");
      assertThat(page.locator("h1")).hasText("zonder-script.nl");
      follow(page, "Maildienst bestellen");
      assertThat(page.locator("h1")).hasText("Maildienst bestellen");
    }
  }
}
