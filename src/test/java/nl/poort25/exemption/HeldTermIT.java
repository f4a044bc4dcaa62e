package nl.poort25.exemption;

import static nl.poort25.exemption.Asking.ADMINISTRATOR;
import static nl.poort25.exemption.Asking.DAAN;
import static nl.poort25.exemption.Asking.REVIEWER;
import static nl.poort25.exemption.Asking.approve;
import static nl.poort25.exemption.Asking.sent;
import static nl.poort25.exemption.Asking.source;
import static nl.poort25.exemption.Asking.staffPath;
import static nl.poort25.exemption.Asking.thirdParty;
import static nl.poort25.exemption.Asking.version;
import static nl.poort25.exemption.Asking.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.abuse.Cases;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The term of 4.9 while an investigation holds what was asked (4.14). */
class HeldTermIT {
  private static final Browser daan = Browser.known(DAAN);
  private static final Browser karim = Browser.known(REVIEWER);
  private static final String STILL = "staat stil tijdens het onderzoek naar misbruik";

  @AfterAll
  static void end() {
    Cases.endAll();
  }

  @Test
  void whatIsBlockedBeforeItWasOpenGetsANewTermWhenItIsRestored() {
    long id = sent(daan, thirdParty(daan, "ZAK-1017", source(), "192.0.2.69"));
    assertEquals(303, approve(karim, id, List.of()).status());
    assertTrue(daan.get("/exemptions/" + id).says("Antwoord uiterlijk"), "approved is not open");
    long abuse = Cases.blocked(karim, "192.0.2.69");
    var blocked = daan.get("/exemptions/" + id);
    assertTrue(blocked.says("geblokkeerd wegens misbruik"), blocked.toString());
    assertTrue(blocked.says(STILL), blocked.toString());
    assertFalse(blocked.says("Antwoord uiterlijk"), "no term runs: " + blocked);
    Cases.investigate(abuse, karim);
    assertEquals(303, Cases.close(Browser.known(ADMINISTRATOR), abuse).status());
    var restored = daan.get("/exemptions/" + id);
    assertFalse(restored.says(STILL), restored.toString());
    assertTrue(restored.says("Antwoord uiterlijk"), "a new term: " + restored);
    withdraw(daan, id);
  }

  @Test
  void aRejectionMeetsTheTermOfWhatIsHeld() {
    long id = sent(daan, thirdParty(daan, "ZAK-1017", source(), "192.0.2.70"));
    Cases.blocked(karim, "192.0.2.71");
    assertTrue(daan.get("/exemptions/" + id).says(STILL));
    var rejected =
        karim.post(
            staffPath(id) + "/rejection",
            "version",
            version(karim.get(staffPath(id))),
            "no-reason",
            "Er loopt een onderzoek.",
            "cites",
            "A4_14",
            "cure",
            "Vraag het opnieuw als dat is afgerond.");
    assertEquals(303, rejected.status(), rejected.toString());
    var page = daan.get("/exemptions/" + id);
    assertTrue(page.says("afgewezen"), page.toString());
    assertFalse(page.says(STILL), page.toString());
    assertFalse(page.says("De termijn is niet gehaald"), page.toString());
  }

  /** The badge went on saying that it waits for a decision. */
  @Test
  void afterAQuestionItWaitsForThePartner() {
    var noor = Browser.known(Asking.NOOR);
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.18"));
    String ticket =
        noor.get("/exemptions/" + id).find("href=\"(/tickets/\\d+)\">P25-").orElseThrow();
    String updates = "/backoffice" + ticket + "/updates";
    String text = "Zolang wij op uw antwoord wachten, staat de termijn stil.";
    var message = karim.upload(updates, List.of(), "kind", "MESSAGE", "text", text);
    assertEquals(422, message.status(), "a message does not stop the clock");
    assertTrue(message.says("Dat geldt alleen bij een vraag om meer informatie"), "" + message);
    assertTrue(noor.get("/exemptions/" + id).says("wacht op besluit"));
    var asked = karim.upload(updates, List.of(), "kind", "QUESTION", "text", text);
    assertEquals(303, asked.status(), asked.toString());
    for (var page :
        List.of(
            noor.get("/exemptions/" + id),
            karim.get(staffPath(id)),
            noor.get("/exemptions?state=submitted"),
            karim.get("/backoffice/exemptions?state=submitted"))) {
      assertTrue(page.says("wacht op antwoord van de partner"), page.toString());
    }
    assertFalse(noor.get("/exemptions/" + id).says("wacht op besluit"));
    var english = Browser.of(Asking.NOOR).inEnglish().get("/exemptions/" + id);
    assertTrue(english.says("waiting for the partner’s answer"), english.toString());
    assertTrue(
        noor.get("/").says("waarvan in afwachting van uw antwoord"), noor.get("/").toString());
    noor.upload(ticket + "/updates", List.of(), "text", "Wij beheren die zelf.");
    assertTrue(noor.get("/exemptions/" + id).says("wacht op besluit"));
    withdraw(noor, id);
  }

  @Test
  void aStandardAnswerThatStopsTheClockIsAQuestion() {
    // of its own: other tests change those of the demo world
    String asks = "Wat meet u " + System.nanoTime();
    String tells = "Wij kijken " + System.nanoTime();
    answer(asks, "Wat meet u? De klok staat stil tot u antwoordt.", "QUESTION");
    answer(tells, "Wij kijken ernaar.", "MESSAGE");
    var noor = Browser.known(Asking.NOOR);
    long id = sent(noor, thirdParty(noor, "ZAK-0904", source(), "192.0.2.18"));
    var page = karim.get(staffPath(id));
    String answer = page.find("<option value=\"(\\d+)\"[^>]*>" + asks).orElseThrow();
    var begun = karim.get(staffPath(id) + "?answer=" + answer);
    assertTrue(
        begun.find("value=\"(QUESTION)\"[^>]*checked").isPresent()
            || begun.find("checked[^>]*value=\"(QUESTION)\"").isPresent(),
        begun.toString());
    String other = page.find("<option value=\"(\\d+)\"[^>]*>" + tells).orElseThrow();
    var plain = karim.get(staffPath(id) + "?answer=" + other);
    assertTrue(plain.find("value=\"(MESSAGE)\"[^>]*checked").isPresent(), plain.toString());
    // who may ask nothing is not offered a question
    var lieke = Browser.known(Asking.NETWORK).get(staffPath(id));
    assertFalse(lieke.says(asks), lieke.toString());
    withdraw(noor, id);
  }

  @Test
  void aStandardTextThatSaysSoMustBeAQuestion() {
    var mirjam = Browser.known(ADMINISTRATOR);
    String title = "Wachten " + System.nanoTime();
    String[] form = {
      "title", title, "dutch", "De klok staat stil.", "english", "Please answer.", "kind", "MESSAGE"
    };
    var refused = mirjam.post("/backoffice/standard-answers", form);
    assertEquals(422, refused.status());
    form[7] = "QUESTION";
    assertEquals(303, mirjam.post("/backoffice/standard-answers", form).status());
  }

  private static void answer(String title, String dutch, String kind) {
    var made =
        Browser.known(ADMINISTRATOR)
            .post(
                "/backoffice/standard-answers",
                "title",
                title,
                "dutch",
                dutch,
                "english",
                "Please.",
                "kind",
                kind);
    assertEquals(303, made.status(), made::toString);
  }
}
