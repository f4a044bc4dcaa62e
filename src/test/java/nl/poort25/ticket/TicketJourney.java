package nl.poort25.ticket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.regex.Pattern;
import nl.poort25.it.Chromium;
import org.junit.jupiter.api.Test;

/** A question, its answer with a file, and the file in the other's hands, in a real browser. */
class TicketJourney {
  private static void open(Page page, String list, String about) {
    page.navigate(list);
    page.locator("tr")
        .filter(new Locator.FilterOptions().setHasText(about))
        .locator("a")
        .first()
        .click();
  }

  @Test
  void staffAsksAndThePartnerAnswersWithAFile() throws Exception {
    try (var chromium = new Chromium()) {
      var karim = chromium.of(Cases.REVIEWER, "nl");
      open(karim, "/backoffice/tickets", Cases.RUNNING);
      karim.locator("#answer").selectOption("Meer weten over de derde partij");
      Chromium.submit(karim, "Invullen");
      assertThat(karim.locator("#text")).hasValue(Pattern.compile("^Wilt u"));
      karim.getByLabel("Vraag om meer informatie").check();
      Chromium.submit(karim, "Bericht versturen");
      assertThat(karim.locator("#main")).containsText("De termijn staat stil");

      var sanne = chromium.of(Cases.SANNE, "en");
      open(sanne, "/tickets?state=waiting", Cases.RUNNING);
      assertThat(sanne.locator("#main")).containsText("We are waiting for your answer.");
      sanne.locator("#text").fill("Only with a password, see the log.\nÉén regel meer.");
      sanne
          .locator("#files")
          .setInputFiles(
              new FilePayload("Journaal \"één\".txt", "text/plain", "regel".getBytes(UTF_8)));
      Chromium.submit(sanne, "Send message");
      assertThat(sanne.locator("#main")).containsText("A new deadline applies now.");

      karim.reload();
      assertThat(karim.locator("#conversation")).containsText("Één regel meer.");
      var download =
          karim.waitForDownload(
              () -> karim.locator("#conversation").getByText("Journaal _één_.txt").click());
      assertEquals("Journaal _één_.txt", download.suggestedFilename());
      assertEquals("regel", Files.readString(download.path()));
    }
  }
}
