package nl.poort25.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * axe finds nothing on any page, in both languages, light and dark, and no page is wider than a
 * phone. The English pages differ in their words alone, and are looked at in dark colours: the
 * build asks axe of a third of them, and looks at the others on the narrowest screen; the long form
 * ({@code -Ptrials}) looks at all of all.
 */
public class AccessibilityJourney {
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
          "/account/notifications",
          "/account/password",
          "/account/second-factor",
          "/policy",
          "/search",
          "/search?q=zak",
          "/search?q=192.0.2.46",
          "/search?q=192.0.2.046",
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
          "/backoffice/standard-answers/2",
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
          "/backoffice/mail-servers",
          "/backoffice/mail-servers/1",
          "/backoffice/mail-servers/3",
          "/backoffice/firewall",
          "/backoffice/firewall?address=192.0.2.97",
          "/backoffice/firewall?address=192.0.2.097&at=gisteren",
          "/backoffice/firewall/1",
          "/backoffice/relays",
          "/backoffice/relays?address=192.0.2.97",
          "/backoffice/relays/1",
          "/backoffice/points",
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
          "/search",
          "/search?q=h",
          "/search?q=niets",
          "/backoffice/addresses",
          "/backoffice/addresses?q=192.0.2.97",
          "/backoffice/addresses?q=198.51.100.25",
          "/backoffice/addresses?q=0.0.0.0/0",
          "/backoffice/addresses?q=192.0.2.097",
          "/backoffice/log");

  /**
   * @param good what an import takes
   * @param bad a line more that it does not take
   */
  private record Sent(String path, String good, String bad) {}

  private static final List<Sent> UPLOADS =
      List.of(
          new Sent(
              "/backoffice/prefixes/imports",
              "ripencc|NL|ipv4|203.0.113.0|256|20100101|allocated|axe\n",
              "ripencc|NL|ipv4\n"),
          new Sent(
              "/backoffice/connections/imports",
              """
              reference;kind;partner;customer;site;addresses
              AXE-1;colocation;Polder Networks;Polderhuis Zuid;Rek 1;192.0.2.250 192.0.2.251
              """,
              "AXE-2;colocation;Niemand;;;203.0.113.99\n"),
          new Sent(
              "/backoffice/exemptions/imports",
              """
              address;source;connection;kind;since;host
              192.0.2.22;203.0.113.77;ZAK-0904;derde partij;2019-05-31;Filter BV
              192.0.2.222;203.0.113.77;ZAK-0904;derde partij;2019-05-31;Filter BV
              """,
              "192.0.2.0/24;;ZAK-0;colocation;31 mei;\n"),
          new Sent(
              "/backoffice/domains/imports",
              """
              name;partner;customer;dns;service;intake;destination;local-part
              axe-een.example;Polder Networks;Polderhuis;nee;POP3_BOX;;;info
              axe-twee.example;Polder Networks;Polderhuis;nee;SMTP;;10.0.0.9;
              """,
              "axe-drie.example;Niemand;;wie weet;;;;\n"));

  /** Of the narrowest phone, another, half a screen and a tablet. */
  private static final int[] WIDTHS = {320, 390, 640, 900};

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
    int each = language.equals("nl") || Trials.isLong() ? 1 : 3;
    look(coloured(chromium.guest(), language), GUEST, each, faults);
    look(by("sanne@havenkantoor.example", language), PARTNER, each, faults);
    look(by("joris@molenwiek.example", language), INVESTIGATED, each, faults);
    look(by("mirjam@routit.example", language), STAFF, each, faults);
    assertEquals("", String.join("\n", faults));
  }

  private static Page by(String email, String language) {
    return coloured(chromium.of(email, language), language);
  }

  private static Page coloured(Page page, String language) {
    var scheme = language.equals("en") ? ColorScheme.DARK : ColorScheme.LIGHT;
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    return page;
  }

  /** What the others rest on: a page with a fault does not pass. */
  @Test
  void findsAPictureWithoutWordsAndAPageThatIsTooWide() {
    var faults = new ArrayList<String>();
    var page = chromium.guest();
    page.navigate("/login");
    page.evaluate(
        "document.querySelector('main').append(new Image()); document.body.style.minWidth = '1500px'");
    look(page, "/login", faults);
    assertEquals(2, faults.size(), faults::toString);
    assertTrue(faults.get(0).startsWith("/login image-alt "), faults::toString);
    assertTrue(faults.get(1).endsWith("pixels wider than a screen of 320"), faults::toString);
  }

  /** Imports as files of a browser: nothing is applied. */
  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void findsNothingOnWhatComesOfAFile(String language) {
    var faults = new ArrayList<String>();
    var page = chromium.of("mirjam@routit.example", language);
    for (var upload : UPLOADS) {
      page.navigate(upload.path());
      page.locator("#text").fill("both");
      choose(page, upload.good());
      assertThat(page.locator("#text-error")).containsText("lijst.txt");
      look(page, upload.path() + " with both", faults);
      page.navigate(upload.path());
      choose(page, upload.good() + upload.bad());
      assertThat(page.locator("#faults")).isVisible();
      assertThat(page.locator("#errors a")).hasAttribute("href", "#file");
      look(page, upload.path() + " with faults", faults);
      choose(page, upload.good());
      page.waitForURL(url -> url.matches(".*/imports/\\d+"));
      look(page, upload.path() + " before it is applied", faults);
    }
    page.navigate("/backoffice/abuse/reports");
    choose(page, "{}"); // JSON of something else
    assertThat(page.locator("#file-error")).isVisible();
    look(page, "a refused report", faults);
    choose(page, "{}\n{\"a\": 1}\n");
    assertThat(page.locator("#outcomes")).isVisible();
    look(page, "a refused mailbox", faults);
    assertEquals("", String.join("\n", faults));
  }

  private static void choose(Page page, String text) {
    var file = page.locator("#file");
    file.setInputFiles(new FilePayload("lijst.txt", "text/plain", text.getBytes(UTF_8)));
    if (page.locator("#opaque").count() > 0) {
      page.locator("#opaque").fill("axe");
    }
    page.locator("form:has(#file) button").click();
  }

  /**
   * @param each of so many pages axe looks at one
   */
  private static void look(Page page, List<String> paths, int each, List<String> faults) {
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      var answer = page.navigate(path);
      if (answer.status() != (path.equals("/nowhere") ? 404 : 200)) {
        faults.add(path + " answers " + answer.status());
      }
      if (i % each == 0) {
        look(page, path, faults);
      } else {
        lookAtWidths(page, path, faults, WIDTHS[0]);
      }
    }
  }

  /** What axe finds on the page that is shown, and on which screen it is too wide. */
  public static void look(Page page, String what, List<String> faults) {
    for (var found : axe(page).analyze().getViolations()) {
      faults.add(what + " " + found.getId() + " " + found.getNodes().get(0).getHtml());
    }
    lookAtWidths(page, what, faults, WIDTHS);
  }

  private static void lookAtWidths(Page page, String what, List<String> faults, int... widths) {
    for (int width : widths) {
      page.setViewportSize(width, 800);
      int wider = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      if (wider > 0) {
        faults.add(what + " is " + wider + " pixels wider than a screen of " + width);
        break;
      }
    }
    page.setViewportSize(1280, 800);
  }

  /**
   * No page has frames: axe need not finish on a blank page of its own, which takes as long again.
   */
  private static AxeBuilder axe(Page page) {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of(ResultType.Violations.getKey()));
    return new AxeBuilder(page).setLegacyMode(true).options(options);
  }
}
