package nl.poort25.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityLogIT {
  private static final String SANNE = "sanne@havenkantoor.example";
  private final Browser mirjam = Browser.known("mirjam@routit.example");

  @Test
  void countsFailedLoginsWithTheirAddressAndNothingThatWasTyped() {
    var guest = Browser.guest().from("198.51.100.201");
    for (int i = 0; i < 2; i++) {
      guest.post("/login", "email", "daan@brugensluis.example", "password", "geheim-" + i);
    }
    guest.post("/login", "email", "mijnwachtwoord@nergens.example", "password", "geheim-9");
    var page = of("address=198.51.100.201&kind=PASSWORD_WRONG");
    assertTrue(page.says("daan@brugensluis.example"), page.toString());
    assertFalse(page.html().contains("mijnwachtwoord") || page.html().contains("geheim"));
    var one = of("address=198.51.100.201&who=daan@brugensluis.example");
    assertEquals("2", one.find("<td><span>(\\d+)</span>").orElseThrow());
  }

  @Test
  void countsWhatRolesAndNumbersRefuse() {
    var sanne = Browser.of(SANNE).from("198.51.100.202");
    assertEquals(403, sanne.get("/backoffice/partners").status());
    assertEquals(403, sanne.post("/backoffice/accounts/1/lock").status());
    assertEquals(404, sanne.get("/domains/999999999").status());
    var page = of("address=198.51.100.202");
    assertTrue(page.says("Rol of recht geweigerd") && page.says(SANNE), page.toString());
    assertTrue(page.says("POST /backoffice/accounts/1/lock"), page.toString());
    assertTrue(of("address=198.51.100.202&kind=NOT_THEIRS").says("GET /domains/999999999"));
  }

  @Test
  void countsFormsOfOtherSites() {
    var sanne = Browser.of(SANNE).from("198.51.100.203");
    var forged =
        sanne.send(
            Browser.request("/logout")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b")));
    assertEquals(403, forged.status());
    assertTrue(of("address=198.51.100.203").says("Formulier van een andere site"));
  }

  @Test
  void countsTokensThatAreNoneAndKeepsNone() {
    var guest = Browser.guest().from("198.51.100.204");
    String token = "Qx7_".repeat(10) + "abc";
    assertEquals(404, guest.get("/invitation/" + token).status());
    assertEquals(404, guest.get("/password-reset/" + token).status());
    assertEquals(404, guest.get("/health/ready").status());
    assertEquals(
        401,
        guest
            .send(Browser.request("/enforcement/state").header("Authorization", "Bearer " + token))
            .status());
    var page = of("address=198.51.100.204");
    for (String kind : new String[] {"LINK_REFUSED", "MONITORING_TOKEN", "POINT_TOKEN"}) {
      Eventually.holds(
          kind, () -> !of("address=198.51.100.204&kind=" + kind).says("Niets gevonden"));
    }
    assertFalse(page.html().contains("Qx7_"), "a token is in the log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"karim@routit.example", "lieke@routit.example", SANNE})
  void isForWhoLooksAfterAccountsOrReadsEverything(String email) {
    assertEquals(403, Browser.known(email).get("/backoffice/security").status());
    assertEquals(200, Browser.known("oscar@routit.example").get("/backoffice/security").status());
  }

  private Visit of(String query) {
    return mirjam.get("/backoffice/security?" + query);
  }
}
