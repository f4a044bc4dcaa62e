package nl.poort25.abuse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.it.AccessibilityJourney;
import nl.poort25.it.Browser;
import nl.poort25.it.Chromium;
import org.junit.jupiter.api.Test;

/** Abuse from the report to the end, in a browser; axe finds nothing on the way. */
class AbuseJourney {
  private static final String ADDRESS = "192.0.2.65";
  private final List<String> faults = new ArrayList<>();

  @Test
  void takesStaffAndPartnerFromAReportToTheEnd() {
    byte[] report = Cases.report(ADDRESS).getBytes(UTF_8);
    try (var chromium = new Chromium()) {
      var karim = chromium.of(Cases.REVIEWER, "nl");
      karim.navigate("/backoffice/abuse/reports");
      karim.locator("#file").setInputFiles(new FilePayload("klacht.eml", "message/rfc822", report));
      press(karim, "Meldingen inlezen");
      assertThat(karim.locator("h1")).containsText("Melding #");
      look(karim);
      press(karim, "Melding bevestigen");
      look(karim);
      karim.getByText("Adressen blokkeren").click();
      press(karim, "Nu blokkeren");
      assertThat(karim.locator("#errors")).isVisible();
      look(karim);
      karim.locator("#reason").fill("Spam vanaf " + ADDRESS);
      press(karim, "Nu blokkeren");
      assertThat(karim.locator("h1")).containsText("Brug & Sluis");
      look(karim);
      String path = karim.url().substring(Browser.PORTAL.length());

      var daan = chromium.of(Cases.PARTNER, "en");
      daan.navigate("/abuse");
      look(daan);
      daan.navigate(path.replace("/backoffice", ""));
      look(daan);
      for (var kind : ItemKind.values()) {
        daan.locator("#answer-" + kind).fill("looked into");
      }
      press(daan, "Save and continue later");
      look(daan);
      assertThat(daan.locator("#answer-" + ItemKind.PROOF)).hasValue("looked into");
      press(daan, "Send the answers");
      for (var kind : ItemKind.values()) {
        assertThat(daan.locator("#item-" + kind)).containsText("waiting for judgement");
      }
      look(daan);

      karim.navigate(path);
      for (var kind : ItemKind.values()) {
        karim.locator("#judgement-" + kind).check();
      }
      press(karim, "Oordeel ondertekenen");
      for (var kind : ItemKind.values()) {
        assertThat(karim.locator("#item-" + kind + " .alert")).containsText("Aanvaard");
      }
      look(karim);

      // another than Karim, in case the tests before have made it the second case this year
      var mirjam = chromium.of(Cases.ADMINISTRATOR, "nl");
      mirjam.navigate(path);
      mirjam.locator("#conclusion").fill("Opgelost.");
      press(mirjam, "Afsluiten en herstellen");
      assertThat(mirjam.locator(".page-head").first()).containsText("Afgesloten");
      look(mirjam);
      daan.reload();
      assertThat(daan.locator(".lead")).containsText("The investigation is closed.");
      look(daan);
    }
    assertEquals("", String.join("\n", faults));
  }

  private static void press(Page page, String button) {
    Chromium.submit(page, page.locator("button", new Page.LocatorOptions().setHasText(button)));
  }

  private void look(Page page) {
    AccessibilityJourney.look(page, page.url(), faults);
  }
}
