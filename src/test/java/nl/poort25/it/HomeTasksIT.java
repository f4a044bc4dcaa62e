package nl.poort25.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.poort25.abuse.Cases;
import nl.poort25.exemption.Asking;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff's home promises, the role may do: every link is there, every form is taken. */
class HomeTasksIT {
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/backoffice[^\"#]*)");
  private static final Pattern FORM =
      Pattern.compile(
          "<form[^>]*method=\"post\"[^>]*action=\"([^\"#?]+)|"
              + "<form[^>]*action=\"([^\"#?]+)[^>]*method=\"post\"");
  private static final Pattern WORK =
      Pattern.compile("<div class=\"work-line\"><a href=\"([^\"]+)\"");
  private static final List<Route> ROUTES = Route.all();
  private static long approved;

  @BeforeAll
  static void somethingToDo() {
    var noor = Browser.known(Asking.NOOR);
    approved =
        Asking.sent(noor, Asking.thirdParty(noor, "ZAK-0904", Asking.source(), "192.0.2.18"));
    Asking.approve(Browser.known(Asking.REVIEWER), approved, List.of());
    Cases.blocked(Browser.known(Asking.REVIEWER), "192.0.2.71");
  }

  @AfterAll
  static void end() {
    Asking.withdraw(Browser.known(Asking.NOOR), approved);
    Cases.endAll();
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEWER, karim@routit.example",
    "NETWORK, lieke@routit.example",
    "ADMINISTRATOR, mirjam@routit.example",
    "AUDITOR, oscar@routit.example"
  })
  void everyLinkIsThereAndEveryFormIsTaken(String role, String email) {
    var who = Browser.of(email);
    var home = who.get("/backoffice");
    assertForms(role, "/backoffice", home);
    for (String list : links(home, 100)) {
      var page = who.get(list);
      assertEquals(200, page.status(), list + " on the home of " + role);
      assertForms(role, list, page);
    }
    for (String task : found(WORK, home)) {
      var list = who.get(task);
      for (String one : links(list, 8)) {
        var page = who.get(one);
        assertTrue(page.status() == 200, one + " on " + task + " for " + role + ": " + page);
        assertForms(role, one, page);
      }
    }
  }

  /**
   * What stands under "for you" can be done: its list, or a page that this leads to, has a form.
   */
  @ParameterizedTest
  @CsvSource({
    "REVIEWER, karim@routit.example",
    "NETWORK, lieke@routit.example",
    "ADMINISTRATOR, mirjam@routit.example"
  })
  void whatIsForOneselfCanBeDone(String role, String email) {
    var who = Browser.of(email);
    var mine = section(who.get("/backoffice").html(), "Voor u");
    var tasks = new LinkedHashSet<String>();
    WORK.matcher(mine).results().forEach(link -> tasks.add(link.group(1).replace("&amp;", "&")));
    assertFalse(tasks.isEmpty(), role + " has nothing to do");
    for (String task : tasks) {
      var list = who.get(task);
      var forms = new ArrayList<String>(forms(list));
      links(list, 8).forEach(one -> forms.addAll(forms(who.get(one))));
      assertTrue(
          forms.stream().anyMatch(action -> !action.matches("/(logout|language)")),
          role + " can do nothing about " + task);
    }
  }

  /** It was a task of his, and a 403. */
  @Test
  void anAdministratorIsNotAskedToConfirmWhatTheNetworkDoes() {
    var home = Browser.of(Asking.ADMINISTRATOR).get("/backoffice").html();
    assertFalse(section(home, "Voor u").contains("task=to_open"), "for the network role");
    assertTrue(section(home, "Voor anderen").contains("task=to_open"), home);
    var lieke = Browser.of(Asking.NETWORK).get("/backoffice").html();
    assertTrue(section(lieke, "Voor u").contains("task=to_open"), lieke);
  }

  @Test
  void aDraftDoesNotExistForStaff() {
    var daan = Browser.known(Asking.DAAN);
    long draft = Asking.begin(daan, "COLOCATION");
    var karim = Browser.of(Asking.REVIEWER);
    String partner = "Brug";
    for (String list :
        List.of(
            "/backoffice/exemptions",
            "/backoffice/exemptions?state=draft",
            "/backoffice/exemptions?partner=" + partner,
            "/backoffice/exemptions?partner=" + partner + "&state=draft",
            "/backoffice/exemptions?kind=colocation")) {
      var page = karim.get(list);
      assertEquals(200, page.status());
      assertFalse(page.html().contains("/backoffice/exemptions/" + draft + "\""), list);
      assertFalse(page.says("concept"), list + ": " + page);
    }
    assertEquals(404, karim.get("/backoffice/exemptions/" + draft).status());
    assertTrue(daan.get("/exemptions?state=draft").html().contains("/exemptions/" + draft + "\""));
    Asking.withdraw(daan, draft);
  }

  private static String section(String html, String title) {
    int from = html.indexOf(">" + title + "<");
    return from < 0 ? "" : html.substring(from, html.indexOf("</section>", from));
  }

  private static Set<String> found(Pattern pattern, Visit page) {
    var all = new LinkedHashSet<String>();
    pattern
        .matcher(page.html())
        .results()
        .forEach(link -> all.add(link.group(1).replace("&amp;", "&")));
    return all;
  }

  /** In the page itself, so many of a shape. */
  private static List<String> links(Visit page, int most) {
    String html = page.html();
    int from = html.indexOf("<main");
    var all = new LinkedHashSet<String>();
    LINK.matcher(html.substring(Math.max(0, from)))
        .results()
        .forEach(link -> all.add(link.group(1).replace("&amp;", "&")));
    return all.stream().limit(most).toList();
  }

  private static Set<String> forms(Visit page) {
    var all = new LinkedHashSet<String>();
    FORM.matcher(page.html())
        .results()
        .forEach(form -> all.add(form.group(1) == null ? form.group(2) : form.group(1)));
    return all;
  }

  private static void assertForms(String role, String path, Visit page) {
    for (String action : forms(page)) {
      var routes = ROUTES.stream().filter(r -> r.isPost() && r.takes(action)).toList();
      assertFalse(routes.isEmpty(), action + " on " + path + " leads nowhere");
      assertTrue(
          routes.stream().anyMatch(route -> isAllowed(route, role)),
          action + " on " + path + " is not for " + role);
    }
  }

  private static boolean isAllowed(Route route, String role) {
    return route.roles().isEmpty()
        || route.roles().contains(role)
        || route.roles().contains("USER")
        || route.roles().contains("STAFF");
  }
}
