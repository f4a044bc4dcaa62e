package nl.poort25.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name becomes known, or is refused with its article (3.1 to 3.4). */
class RegistrationIT {
  private static final Browser sanne = Browser.of("sanne@havenkantoor.example");
  private static final Browser daan = Browser.of("daan@brugensluis.example");

  private static Visit register(Browser who, String name, String action) {
    return who.post("/domains/new", "name", name, "action", action, "dns", "elsewhere");
  }

  @Test
  void registersAdministrativelyAndShowsThePage() {
    var visit = register(sanne, "Een.Nieuwe-Naam.NL.", "DO_NOT_MOVE");
    assertEquals(303, visit.status(), visit::text);
    var page = sanne.get(visit.location());
    assertEquals(200, page.status());
    assertTrue(page.says("een.nieuwe-naam.nl"));
    assertTrue(page.says("Administratief bekend"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOVE", "REGISTER_NEW"})
  void refusesEveryOtherAktieWithArticle32(String action) {
    var visit = register(sanne, "verhuizer.nl", action);
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("/policy#art-3-2"));
    assertTrue(visit.html().contains("verhuizer.nl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlap.nl", "onder.overlap.nl", "a.b.overlap.nl"})
  void refusesANameOfAnotherPartnerAndWhatLiesAboveOrBelowIt(String name) {
    register(sanne, "b.overlap.nl", "DO_NOT_MOVE");
    register(sanne, "onder.overlap.nl", "DO_NOT_MOVE");
    var visit = register(daan, name, "DO_NOT_MOVE");
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("/policy#art-3-4"));
    assertFalse(visit.html().contains("Havenkantoor"), "tells by whom");
  }

  @Test
  void letsOneOfManyPartnersWinAtTheSameMoment() throws Exception {
    var tries = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 10; i++) {
      for (Browser who : List.of(sanne, daan)) {
        tries.add(() -> register(who, "tegelijk.nl", "DO_NOT_MOVE").status());
      }
    }
    var pool = Executors.newFixedThreadPool(20);
    try {
      var statuses = new ArrayList<Integer>();
      for (var answer : pool.invokeAll(tries)) {
        statuses.add(answer.get());
      }
      assertEquals(1, statuses.stream().filter(s -> s == 303).count(), statuses::toString);
      assertEquals(19, statuses.stream().filter(s -> s == 422).count(), statuses::toString);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void showsNobodyADomainOfAnother() {
    String path = register(sanne, "vansanne.nl", "DO_NOT_MOVE").location();
    assertEquals(404, daan.get(path).status());
    assertEquals(404, daan.get(path + "/withdrawal").status());
    assertEquals(404, daan.post(path + "/withdrawal", "sure", "true").status());
    assertEquals(200, sanne.get(path).status());
  }

  @Test
  void withdrawsOnceAndFreesTheName() {
    String path = register(sanne, "weg-ermee.nl", "DO_NOT_MOVE").location();
    assertEquals(422, sanne.post(path + "/withdrawal").status());
    assertEquals(303, sanne.post(path + "/withdrawal", "sure", "true").status());
    assertEquals(409, sanne.post(path + "/withdrawal", "sure", "true").status());
    assertEquals(303, register(daan, "weg-ermee.nl", "DO_NOT_MOVE").status());
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrong() {
    var visit =
        sanne.post("/domains/new", "name", "https://www.klant.nl/x", "action", "", "dns", "<b>");
    assertEquals(422, visit.status());
    assertTrue(visit.html().contains("https://www.klant.nl/x"));
    assertTrue(visit.says("klant.nl"));
    assertTrue(visit.says("Fout:"));
    assertFalse(visit.html().contains("<b>"));
  }
}
