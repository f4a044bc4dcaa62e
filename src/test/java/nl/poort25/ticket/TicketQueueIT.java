package nl.poort25.ticket;

import static nl.poort25.ticket.Cases.ids;
import static nl.poort25.ticket.Cases.staffPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff's queue, who has what, and the standard answers. */
class TicketQueueIT {
  private static final String QUEUE = "/backoffice/tickets";
  private static Browser karim;
  private static Browser mirjam;
  private static long running;
  private static long violating;

  @BeforeAll
  static void start() {
    karim = Browser.of(Cases.REVIEWER);
    mirjam = Browser.of(Cases.ADMINISTRATOR);
    running = Cases.id(Browser.of(Cases.SANNE), Cases.RUNNING);
    violating = Cases.id(Browser.of(Cases.DAAN), Cases.VIOLATING);
  }

  private static String seen(Visit page) {
    return page.find("name=\"seen\" value=\"(\\d*)\"").orElseThrow();
  }

  private static Visit assign(Browser who, long ticket, String to, String seen) {
    return who.post(staffPath(ticket) + "/assignment", "to", to, "seen", seen);
  }

  private static String idOf(String name) {
    return karim
        .get(staffPath(running))
        .find("<option value=\"(\\d+)\"[^>]*>" + name)
        .orElseThrow();
  }

  @Test
  void showsByDeadlineWhatIsStaffsTurn() {
    var queue = karim.get(QUEUE);
    assertEquals(200, queue.status());
    var open = ids(queue);
    assertTrue(open.indexOf(running) < open.indexOf(violating), open.toString());
    assertTrue(queue.says("aan 1 niet voldaan"), queue.toString());
    assertTrue(queue.says("aan alles voldaan"));
    long closed = Cases.id(Browser.of(Cases.SANNE), Cases.CLOSED);
    assertFalse(open.contains(closed));
    assertTrue(Cases.allIds(karim, QUEUE + "?view=closed").contains(closed));
  }

  @Test
  void narrowsByTheUrl() {
    var his = ids(karim.get(QUEUE + "?partner=Brug+%26+Sluis"));
    assertTrue(his.contains(violating) && !his.contains(running), his.toString());
    assertTrue(ids(karim.get(QUEUE + "?matter=exemption")).contains(running));
    assertFalse(ids(karim.get(QUEUE + "?matter=abuse")).contains(running));
    // nobody complains of Polder Networks
    var none = karim.get(QUEUE + "?matter=abuse&partner=polder+networks");
    assertEquals(List.of(), ids(none));
    assertTrue(none.says("Geen ticket gevonden dat hieraan voldoet."), none.toString());
    assertTrue(ids(karim.get(QUEUE + "?view=closed&matter=exemption&partner=999999")).isEmpty());
  }

  @Test
  void isTakenTakenOverAndGivenAway() {
    assign(karim, violating, idOf("Karim Bos"), seen(karim.get(staffPath(violating))));
    assertTrue(ids(karim.get(QUEUE + "?view=mine")).contains(violating));
    assertFalse(ids(karim.get(QUEUE + "?view=unassigned")).contains(violating));
    var page = mirjam.get(staffPath(violating));
    assertTrue(page.says("Overnemen"), page.toString());

    var taken = assign(mirjam, violating, idOf("Mirjam Prins"), seen(page));
    assertEquals(303, taken.status());
    assertFalse(ids(karim.get(QUEUE + "?view=mine")).contains(violating));
    assertTrue(
        mirjam
            .get("/backoffice/mail?recipient=" + Cases.REVIEWER)
            .says("wordt nu behandeld door Mirjam"));

    var given =
        assign(mirjam, violating, idOf("Lieke Smit"), seen(mirjam.get(staffPath(violating))));
    assertEquals(303, given.status());
    assertTrue(mirjam.get(QUEUE).says("wordt nu behandeld door Lieke Smit"));
    assertTrue(mirjam.get("/backoffice/mail?recipient=" + Cases.NETWORK).says("U behandelt nu"));
    var daan = Browser.of(Cases.DAAN).get("/tickets/" + violating);
    assertFalse(daan.says("Lieke") || daan.says("Ticket opgepakt"), daan.toString());
  }

  @Test
  void theSecondOfTwoWhoTakeItIsTold() {
    String before = seen(karim.get(staffPath(running)));
    String mirjams = idOf("Mirjam Prins");
    String karims = idOf("Karim Bos");
    String to = before.equals(mirjams) ? karims : mirjams;
    assertEquals(303, assign(mirjam, running, to, before).status());
    var late = assign(karim, running, idOf("Lieke Smit"), before);
    assertEquals(409, late.status());
    assertTrue(late.says("Dit is intussen gewijzigd"));
    assertEquals(303, assign(karim, running, to, before).status(), "twice the same is one");
    assertEquals(303, assign(karim, running, karims, to).status());
  }

  @Test
  void goesToStaffWhoHandleTicketsOnly() {
    String seen = seen(karim.get(staffPath(running)));
    assertFalse(karim.get(staffPath(running)).html().contains(">Oscar Vos</option>"));
    for (String to : List.of("", "x", "1", "999999999", "99999999999999999999")) {
      assertEquals(409, assign(karim, running, to, seen).status(), to);
    }
    for (String who : List.of(Cases.AUDITOR, Cases.SANNE)) {
      assertEquals(403, assign(Browser.of(who), running, idOf("Karim Bos"), seen).status());
    }
    assertEquals(
        403,
        karim
            .send(
                Browser.request(staffPath(running) + "/assignment")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", "https://evil.example")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("to=1")))
            .status());
    assertEquals(404, assign(karim, 999_999_999, idOf("Karim Bos"), "").status());
  }

  @Test
  void aStandardAnswerBeginsAMessageInThePartnersLanguage() {
    var page = karim.get(staffPath(running));
    String id = page.find("<option value=\"(\\d+)\">Thuiswerkerlijn").orElseThrow();
    var begun = karim.get(staffPath(running) + "?answer=" + id + "&back=/policy");
    assertTrue(begun.html().contains("geen poort op een thuiswerkerlijn open"), begun.toString());
    assertTrue(begun.html().contains("value=\"A4_2\" checked"));
    assertTrue(begun.html().contains("name=\"back\" value=\"/policy\""));
    assertEquals(200, karim.get(staffPath(running) + "?answer=999999").status());
  }

  @Test
  void aStandardAnswerChosenOnTheExemptionsPageStaysThere() {
    String own = "/backoffice/exemptions/" + running;
    var page = karim.get(own);
    String chosen =
        page.find("<form method=\"get\" action=\"([^\"]+)\"[^>]*update-begin").orElseThrow();
    assertEquals(own + "#write", chosen);
    String id = page.find("<option value=\"(\\d+)\">Thuiswerkerlijn").orElseThrow();
    var begun = karim.get(own + "?answer=" + id);
    assertTrue(begun.html().contains("geen poort op een thuiswerkerlijn open"), begun.toString());
    assertTrue(begun.html().contains("name=\"back\" value=\"" + own + "\""), begun.toString());
    assertEquals(200, karim.get(own + "?answer=rubbish").status());
  }

  @Test
  void theQueueSaysHowFastRequestsWereDealtWith() {
    var queue = karim.get(QUEUE);
    assertTrue(queue.find("Laatste 90 dagen: ([0-9,]+) % van \\d+ aanvra").isPresent());
    assertTrue(queue.says("(alle uren geteld)"), queue.toString());
    assertTrue(Browser.of(Cases.REVIEWER).inEnglish().get(QUEUE).says("(all hours counted)"));
  }

  @Test
  void administratorsKeepTheStandardAnswersAndOthersReadThem() {
    String list = "/backoffice/standard-answers";
    assertEquals(200, karim.get(list).status());
    assertFalse(karim.get(list).html().contains(list + "/new"));
    for (String path : List.of(list, list + "/1", list + "/1/removal")) {
      assertEquals(403, karim.post(path, "title", "x", "version", "0").status(), path);
    }
    assertEquals(403, karim.get(list + "/1").status());
    String title = "Proef " + System.nanoTime();
    var refused = mirjam.post(list, "title", title, "dutch", " ", "article", "A4_7");
    assertEquals(422, refused.status());
    assertTrue(refused.html().contains("value=\"A4_7\" checked"), refused.toString());
    String[] form = {"title", title, "dutch", "Ja", "english", "Yes", "article", "A4_7"};
    assertEquals(303, mirjam.post(list, form).status());
    assertEquals(422, mirjam.post(list, form).status(), "a title is single");
    String own = mirjam.get(list).find("href=\"(" + list + "/\\d+)\">" + title).orElseThrow();
    String[] change = {"title", title, "dutch", "Nee", "english", "No", "version", "0"};
    assertEquals(303, mirjam.post(own, change).status());
    assertEquals(409, mirjam.post(own, change).status(), "somebody was first");
    assertTrue(mirjam.get(list).says("Nee"));
    assertEquals(409, mirjam.post(own + "/removal", "version", "0").status());
    assertEquals(303, mirjam.post(own + "/removal", "version", "1").status());
    assertEquals(404, mirjam.get(own).status());
  }
}
