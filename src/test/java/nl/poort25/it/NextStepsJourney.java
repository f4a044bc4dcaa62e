package nl.poort25.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.mx.TestDns;
import org.junit.jupiter.api.Test;

/** After an order without proof partner and staff both know what comes next, to the end. */
class NextStepsJourney {
  private static final People PEOPLE = new People();
  private static final Pattern TOKEN = Pattern.compile("\"(poort25=[0-9a-f]+)\"");

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  /** A page that script has brought up to date says what it says when it is loaded anew. */
  private static void looks(Page page, String then) {
    // what it says may have stood there before the look
    page.waitForResponse(
        answer -> answer.url().endsWith("/mx-checks"), () -> press(page, "Nu controleren"));
    assertThat(page.locator("#dns-body")).not().containsText("wordt nu gecontroleerd");
    assertThat(page.locator("#main")).containsText(then);
    assertThat(page.locator("[data-copy][hidden]")).hasCount(0); // shown a moment later
    String after = text(page);
    page.reload();
    assertEquals(text(page), after);
  }

  /** What can be read, but for what is said to a screen reader once. */
  private static String text(Page page) {
    return page.evaluate(
            "() => { document.querySelector('#dns-said').textContent = '';"
                + " return document.querySelector('#main').innerText; }")
        .toString();
  }

  @Test
  void partnerAndStaffBothKnowWhatIsNextAfterAnOrderWithoutProof() throws Exception {
    try (var chromium = new Chromium();
        var dns = TestDns.startForPortal()) {
      dns.name("volgende-stap.nl", "MX 10 mail.volgende-stap.nl");
      // of a partner who has nothing else: what other tests leave would stand above it
      String somebody = PEOPLE.ofPartner(PEOPLE.newPartner(), Role.PARTNER_USER);
      var partner = chromium.of(somebody, People.PASSWORD, "nl");
      partner.navigate("/domains/new");
      partner.locator("#name").fill("volgende-stap.nl");
      partner.getByLabel("elders").check();
      press(partner, "Domein registreren");
      String path = partner.url().replaceFirst("^https?://[^/]+", "");
      partner.navigate(path + "/mail-services/new?kind=POP3_BOX");
      partner.locator("input[type=text]").first().fill("info");
      partner.locator("#acknowledged").check();
      press(partner, "Maildienst bestellen");
      assertThat(partner.locator("#now")).containsText("Zet het TXT-record in de zone");
      assertThat(partner.locator("#now")).containsText("Aan uw mail verandert het niets");
      assertThat(partner.locator("#now")).containsText("uiterlijk");
      assertThat(partner.locator("[aria-current=step]")).containsText("Beheer bewezen");
      partner.navigate(path);
      looks(partner, "Wijzig de MX-records nog niet");
      assertThat(partner.locator("#dns-body .is-bad")).hasCount(0);
      partner.navigate("/");
      assertThat(partner.locator("#main")).containsText("de bestelling wacht op uw bewijs");

      var karim = chromium.of("karim@routit.example", "nl");
      karim.navigate("/backoffice");
      assertThat(karim.locator("#main")).containsText("op bewijs van de partner");
      karim.navigate("/backoffice/mail-services?q=volgende-stap.nl");
      assertThat(karim.locator("#services")).hasCount(0);
      karim.navigate("/backoffice/mail-services?state=proof&q=volgende-stap.nl");
      assertThat(karim.locator("#services")).containsText("Wacht op de partner");
      karim.navigate("/backoffice" + path);
      assertThat(karim.locator("#now")).containsText("wacht op het bewijs van de partner");

      partner.navigate(path);
      Matcher token = TOKEN.matcher(partner.locator("#prove-record").textContent());
      token.find();
      dns.name("_poort25.volgende-stap.nl", "TXT \"" + token.group(1) + "\"");
      looks(partner, "maakt de bestelde maildienst actief");
      assertThat(partner.locator("#now")).containsText("RoutIT, uiterlijk");
      karim.navigate("/backoffice/mail-services?q=volgende-stap.nl");
      assertThat(karim.locator("#services")).containsText("uiterlijk");
      karim.locator("input[name=service]").check();
      Chromium.submit(karim, "Aangevinkte diensten activeren");

      partner.reload();
      assertThat(partner.locator("#now")).containsText("Zet nu de MX-records");
      dns.name("volgende-stap.nl", "MX 10 smtp.routit.net", "MX 20 smtp1.routit.net");
      looks(partner, "De MX-records van volgende-stap.nl zijn goed");
      assertThat(partner.locator(".progress-steps .is-done")).not().hasCount(0);
    }
  }
}
