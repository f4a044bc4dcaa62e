package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing on any page, in both languages, and no page is wider than a phone. */
class AccessibilityJourney {
  private static final List<String> GUEST = List.of("/login", "/password-reset");
  private static final List<String> PARTNER =
      List.of(
          "/",
          "/domains",
          "/domains?q=geen",
          "/domains/new",
          "/domains/6",
          "/domains/12",
          "/domains/6/withdrawal",
          "/domains/12/mail-services/new",
          "/domains/12/mail-services/new?kind=IRONPORT",
          "/domains/12/mail-services/new?kind=POP3_BOX",
          "/domains/12/mail-services/new?kind=SMTP",
          "/mail-services",
          "/mail-services/1",
          "/mail-services/1/change",
          "/mail-services/1/cancellation",
          "/mail-services/advice",
          "/tickets",
          "/tickets/2",
          "/tickets/5",
          "/abuse",
          "/connections",
          "/connections/2",
          "/exemptions",
          "/exemptions?state=rejected",
          "/exemptions/new",
          "/exemptions/2",
          "/exemptions/5",
          "/exemptions/7",
          "/exemptions/5/withdrawal",
          "/exemptions/8",
          "/exemptions/8/submission",
          "/exemptions/8/steps/kind",
          "/exemptions/8/steps/connection",
          "/exemptions/8/steps/servers",
          "/exemptions/8/steps/use",
          "/exemptions/8/steps/measures",
          "/exemptions/8/steps/contact",
          "/customers",
          "/colleagues",
          "/account",
          "/account/password",
          "/account/second-factor",
          "/policy",
          "/nowhere");
  private static final List<String> INVESTIGATED =
      List.of("/", "/abuse", "/abuse/1", "/abuse/2", "/exemptions", "/domains", "/mail-services");
  private static final List<String> STAFF =
      List.of(
          "/backoffice",
          "/backoffice/domains",
          "/backoffice/domains/6",
          "/backoffice/domains/new",
          "/backoffice/mail-services",
          "/backoffice/mail-services/1",
          "/backoffice/mail-services?partner=4",
          "/backoffice/mail-services/20",
          "/backoffice/mail-services/21",
          "/backoffice/tickets",
          "/backoffice/tickets?view=closed",
          "/backoffice/tickets/1",
          "/backoffice/tickets/3?answer=1",
          "/backoffice/standard-answers",
          "/backoffice/standard-answers/1",
          "/backoffice/abuse",
          "/backoffice/abuse/new",
          "/backoffice/abuse/new?addresses=192.0.2.65,192.0.2.200",
          "/backoffice/abuse/new?addresses=192.0.2.65",
          "/backoffice/abuse/1",
          "/backoffice/abuse/2",
          "/backoffice/abuse/2/addresses",
          "/backoffice/abuse/2/addresses?addresses=192.0.2.116",
          "/backoffice/abuse/2/addresses?addresses=192.0.2.65,192.0.2.200",
          "/backoffice/abuse/reports",
          "/backoffice/abuse/reports/3",
          "/backoffice/abuse/reports/4",
          "/backoffice/connections",
          "/backoffice/connections/2",
          "/backoffice/connections/new",
          "/backoffice/connections/2/change",
          "/backoffice/connections/2/ending",
          "/backoffice/connections/2/ranges/2/removal",
          "/backoffice/connections/imports",
          "/backoffice/domains/imports",
          "/backoffice/exemptions?task=to_accept",
          "/backoffice/exemptions/imports",
          "/backoffice/prefixes",
          "/backoffice/prefixes/1/removal",
          "/backoffice/prefixes/imports",
          "/backoffice/exemptions",
          "/backoffice/exemptions?q=niets",
          "/backoffice/exemptions/1",
          "/backoffice/exemptions/4",
          "/backoffice/exemptions/5",
          "/backoffice/exemptions/6",
          "/backoffice/exemptions/7",
          "/backoffice/exemptions/3?answer=1",
          "/backoffice/exemptions/10",
          "/backoffice/partners",
          "/backoffice/partners/1",
          "/backoffice/accounts",
          "/backoffice/mail",
          "/backoffice/log");

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
  void findsNothingOnAnyPage(String language) {
    var faults = new ArrayList<String>();
    look(chromium.guest(), GUEST, faults);
    look(chromium.of("sanne@havenkantoor.example", language), PARTNER, faults);
    look(chromium.of("joris@molenwiek.example", language), INVESTIGATED, faults);
    look(chromium.of("mirjam@routit.example", language), STAFF, faults);
    assertEquals("", String.join("\n", faults));
  }

  private static void look(Page page, List<String> paths, List<String> faults) {
    for (String path : paths) {
      page.setViewportSize(1280, 800);
      var answer = page.navigate(path);
      if (answer.status() != (path.equals("/nowhere") ? 404 : 200)) {
        faults.add(path + " answers " + answer.status());
      }
      for (var found : new AxeBuilder(page).analyze().getViolations()) {
        faults.add(path + " " + found.getId() + " " + found.getNodes().get(0).getHtml());
      }
      page.setViewportSize(390, 800);
      int wider = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      if (wider > 0) {
        faults.add(path + " is " + wider + " pixels wider than a phone");
      }
    }
  }
}
