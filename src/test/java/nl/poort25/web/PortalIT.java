package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page, whatever it shows. */
class PortalIT {
  private static final List<String> HEADERS =
      List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy");

  private static void assertGuarded(Visit visit) {
    HEADERS.forEach(name -> assertFalse(visit.header(name).isEmpty(), name));
    assertFalse(visit.header("Content-Security-Policy").contains("unsafe"));
    assertFalse(visit.html().contains("Exception"), visit.html());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/domains",
        "/domains/1",
        "/domains/new",
        "/mail-services",
        "/policy",
        "/account",
        "/backoffice",
        "/backoffice/log",
        "/nowhere",
        "/application.wadl"
      })
  void showsAGuestNothingButTheLogin(String path) {
    var visit = Browser.guest().get(path);
    assertEquals(303, visit.status());
    assertTrue(visit.location().startsWith("/login"), visit.location());
    assertGuarded(visit);
  }

  @Test
  void showsTheLoginInBothLanguages() {
    var dutch = Browser.guest().get("/login");
    assertEquals(200, dutch.status());
    assertTrue(dutch.says("Inloggen"));
    assertTrue(Browser.guest().inEnglish().get("/login").says("Sign in"));
    assertGuarded(dutch);
  }

  @Test
  void refusesAFormThatAnotherSiteSends() {
    var sanne = Browser.of("sanne@havenkantoor.example");
    var foreign =
        HttpRequest.newBuilder(Browser.request("/domains/new").build().uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://evil.example")
            .POST(HttpRequest.BodyPublishers.ofString("name=x.nl"));
    var visit = sanne.send(foreign);
    assertEquals(403, visit.status());
    assertGuarded(visit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void knowsNoOtherMethods(String method) {
    var visit =
        Browser.guest()
            .send(Browser.request("/login").method(method, HttpRequest.BodyPublishers.noBody()));
    assertEquals(405, visit.status());
    assertGuarded(visit);
  }

  @Test
  void saysInTheReadersLanguageThatAPageIsNotThere() {
    var visit = Browser.of("sanne@havenkantoor.example").get("/nowhere");
    assertEquals(404, visit.status());
    assertTrue(visit.says("Deze pagina bestaat niet"));
    assertGuarded(visit);
  }

  @Test
  void keepsPartnersAndStaffApart() {
    assertEquals(403, Browser.of("sanne@havenkantoor.example").get("/backoffice").status());
    assertEquals(403, Browser.of("karim@routit.example").get("/domains").status());
  }
}
