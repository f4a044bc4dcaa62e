package nl.poort25.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import nl.poort25.account.People;
import nl.poort25.account.Role;
import nl.poort25.account.Totp;
import nl.poort25.it.Chromium;
import org.junit.jupiter.api.Test;

/** From turning the second factor on to signing in with it. */
class SecondFactorJourney {
  @Test
  void signsInWithACodeFromThePhone() {
    try (var chromium = new Chromium()) {
      // somebody of this test's own: who has a second factor cannot sign in to the other tests
      String email = new People().ofStaff(Role.NETWORK);
      var lieke = chromium.guest();
      lieke.navigate("/login");
      lieke.locator("#email").fill(email);
      lieke.locator("#password").fill(People.PASSWORD);
      lieke.locator("#password").press("Enter");
      lieke.waitForURL(url -> !url.contains("/login"));
      lieke.navigate("/account/second-factor/enrolment");
      assertThat(lieke.locator("svg.qr")).isVisible();
      var totp = new Totp(lieke.locator("#secret").textContent().replaceAll("[^A-Z2-7]", ""));
      lieke.locator("#code").fill(totp.code(Totp.step(Instant.now())));
      lieke.locator("#password").fill(People.PASSWORD);
      lieke.locator("#password").press("Enter");
      assertThat(lieke.locator(".codes li")).hasCount(10);
      String recovery = lieke.locator(".codes li").first().textContent().strip();

      var again = chromium.guest();
      again.navigate("/login");
      again.locator("#email").fill(email);
      again.locator("#password").fill(People.PASSWORD);
      again.locator("#password").press("Enter");
      again.waitForURL(url -> url.contains("/login/second-factor"));
      again.locator("#code").fill("000000");
      again.locator("#code").press("Enter");
      assertThat(again.locator("#errors")).isVisible();
      again.locator("#code").fill(recovery);
      again.locator("#code").press("Enter");
      again.waitForURL(url -> !url.contains("/login"));
      assertThat(again.locator("h1")).isVisible();
    }
  }
}
