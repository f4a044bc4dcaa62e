package nl.poort25.point;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import nl.poort25.exemption.Asking;
import nl.poort25.it.AccessibilityJourney;
import nl.poort25.it.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of points, of every kind and in trouble, for everybody (WCAG 2.2 AA). */
class PointPagesJourney {
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void findsNothing(String language) {
    var faults = new ArrayList<String>();
    try (var observing = new PointOfTest("sees-" + language, "sources", "127.0.0.0/8");
        var drifting = PointOfTest.enforcing("drifts-" + language, "canary", "true");
        var held = PointOfTest.enforcing("held-" + language);
        var prober = new PointOfTest("tries-" + language, "format", "PROBER");
        var own = new PointOfTest("eigen-" + language, "format", "OTHER_FIREWALL");
        var byHand = new PointOfTest("hand-" + language, "format", "IRONPORT")) {
      observing.take();
      observing.sees("86400 full", List.of("192.0.2.98 1250 30", "192.0.2.222 3 86000"));
      observing.report("observed", 0, "", new byte[0]);
      observing.renewToken();
      var old = observing.request("/enforcement/state").setHeader("Authorization", "Bearer x");
      assertEquals(401, PointOfTest.send(old).statusCode());
      drifting.isChanged("inside 2001:db8:25::/48", "open 192.0.2.200");
      drifting.report("drifted");
      drifting.report("failed", 0, "nft: no", new byte[0]);
      held.isOf(held.take() + 3, List.of("inside 192.0.2.0/24", "open 192.0.2.201"));
      held.report("kept");
      prober.take();
      var tried =
          prober.report(
              "kept",
              1,
              "",
              "1764000000 192.0.2.77 answered 220 mx\n1764000000 192.0.2.97 silent\n"
                  .getBytes(US_ASCII));
      assertEquals(200, tried.statusCode(), tried.body());
      var page = chromium.of(Asking.NETWORK, language);
      look(page, "/backoffice/points", faults);
      look(page, "/backoffice/points/new", faults);
      look(page, observing.path() + "/change", faults);
      for (var point : List.of(observing, drifting, held, prober, own, byHand)) {
        look(page, point.path(), faults);
      }
      look(page, observing.path() + "/seen", faults);
      look(page, observing.path() + "/seen?what=stay", faults);
      page.navigate(observing.path());
      page.locator("form[action$='/token'] button").click();
      AccessibilityJourney.look(page, "the token", faults);
      page.navigate(own.path());
      page.locator("form[action$='/token'] button").click();
      AccessibilityJourney.look(page, "the token of a program", faults);
      page.navigate("/backoffice/points/new");
      page.locator("main form button.btn-primary").click();
      AccessibilityJourney.look(page, "a point with errors", faults);
    }
    assertEquals("", String.join("\n", faults));
  }

  private static void look(Page page, String path, List<String> faults) {
    var answer = page.navigate(path);
    if (answer.status() != 200) {
      faults.add(path + " answers " + answer.status());
    }
    AccessibilityJourney.look(page, path, faults);
  }
}
