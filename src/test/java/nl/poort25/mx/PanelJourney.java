package nl.poort25.mx;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import nl.poort25.it.Chromium;
import org.junit.jupiter.api.Test;

/**
 * A subdomain with mail of its own, whose records are set in a control panel: in the zone of the
 * name above it an "@" would move the mail of that name.
 */
class PanelJourney {
  private static final String NAME = "deel.polderbloemen.example";

  @Test
  void saysTheNameForThePanelOfEachZoneAndKnowsTheZoneOnceItWasSeen() {
    try (var chromium = new Chromium();
        var dns = TestDns.startForPortal()) {
      dns.name("polderbloemen.example", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
      dns.top("polderbloemen.example").script(NAME, Script.SERVFAIL);
      var sanne = chromium.of("sanne@havenkantoor.example", "nl");
      sanne.navigate("/domains/new");
      sanne.locator("#name").fill(NAME);
      assertThat(sanne.locator("#name-check")).containsText("Vrij");
      sanne.getByLabel("elders").check();
      press(sanne, "Domein registreren");
      assertThat(sanne.locator("h1")).hasText(NAME);

      var panel = sanne.locator("#copy-panel");
      assertThat(host(panel)).hasText("deel");
      assertThat(panel).containsText("“deel” in de zone polderbloemen.example");
      assertThat(panel).containsText("“@” in een eigen zone " + NAME);
      assertThat(panel).containsText("de mail van een andere naam");
      assertThat(sanne.locator("#main")).containsText("“_poort25.deel” in de zone");

      dns.name(NAME).script(NAME, null);
      press(sanne, "Nu controleren");
      says(panel, "polderbloemen.example (volgens de DNS ligt de naam nu");
      assertThat(host(panel)).hasText("deel");

      dns.top(NAME);
      press(sanne, "Nu controleren");
      says(panel, NAME + " (volgens de DNS bestaat die zone nu)");
      assertThat(host(panel)).hasText("@");
      // and the other one still
      assertThat(panel).containsText("“deel” in de zone polderbloemen.example");
    }
  }

  private static Locator host(Locator panel) {
    return panel.locator("#copy-name-1");
  }

  /** Once the look that was asked for is over. */
  private static void says(Locator panel, String text) {
    assertThat(panel)
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }
}
