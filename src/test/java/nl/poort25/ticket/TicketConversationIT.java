package nl.poort25.ticket;

import static nl.poort25.ticket.Cases.path;
import static nl.poort25.ticket.Cases.staffPath;
import static nl.poort25.ticket.Cases.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Browser.SentFile;
import nl.poort25.it.Mailbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What partner and staff write to one another, and what the partner never sees. */
class TicketConversationIT {
  private static Browser sanne;
  private static Browser noor;
  private static Browser karim;
  private static Mailbox mailbox;
  private static long id;

  @BeforeAll
  static void start() {
    sanne = Browser.of(Cases.SANNE);
    noor = Browser.of(Cases.NOOR);
    karim = Browser.of(Cases.REVIEWER);
    mailbox = new Mailbox(Browser.of(Cases.ADMINISTRATOR));
    id = Cases.id(sanne, Cases.RUNNING);
  }

  private static String number(long ticket) {
    return karim.get(staffPath(ticket)).find("(P25-\\d{4}-\\d{4,})").orElseThrow();
  }

  @Test
  void bothSidesReadAndAreToldWhatTheOtherWrites() {
    var sent =
        write(karim, staffPath(id), "Wanneer is hij klaar?", "kind", "MESSAGE", "article", "A4_3");
    assertEquals(303, sent.status(), sent.toString());
    assertEquals(staffPath(id), sent.location());
    var page = sanne.get(path(id));
    assertTrue(page.says("Wanneer is hij klaar?"), page.toString());
    assertTrue(page.says("beleid, hoofdstuk 4, uitzondering 2"), page.toString());
    assertFalse(page.says("Karim"), "the partner deals with the provider");
    assertTrue(mailbox.of(Cases.SANNE).says(number(id) + ": er is een bericht voor u"));
    assertFalse(karim.get(staffPath(id)).says("De partner wacht op antwoord."));

    assertEquals(303, write(sanne, path(id), "Morgen <b>om</b> tien uur.").status());
    var staff = karim.get(staffPath(id));
    assertTrue(staff.says("Sanne de Wit"), staff.toString());
    assertTrue(staff.says("Morgen <b>om</b> tien uur."));
    assertFalse(staff.html().contains("Morgen <b>"));
    assertTrue(staff.says("De partner wacht op antwoord."));
    assertTrue(mailbox.of(Cases.REVIEWER).says(number(id) + ": bericht van Havenkantoor ICT"));
  }

  @Test
  void theConfirmationOfReceiptHasNumberAndDeadline() {
    var mails = mailbox.with(Cases.SANNE, number(id) + ": ontvangen, antwoord uiterlijk");
    assertTrue(mails.says("antwoorden op deze e-mail worden niet gelezen"));
    assertTrue(mails.html().contains("/tickets/" + id));
  }

  @Test
  void anInternalNoteIsNeverSeenByThePartner() {
    String secret = "Wantrouw deze-notitie-" + System.nanoTime();
    var files = List.of(SentFile.of("geheim.txt", "intern"));
    int mails = mailbox.of(Cases.SANNE).text().split("er is een bericht", -1).length;
    var sent = karim.upload(staffPath(id) + "/updates", files, "text", secret, "kind", "NOTE");
    assertEquals(303, sent.status(), sent.toString());
    var staff = karim.get(staffPath(id));
    assertTrue(staff.says(secret));
    assertTrue(staff.says("Interne notitie geschreven"), "in staff's history");
    String file = Cases.file(staff, "geheim.txt");
    assertEquals(200, karim.get(file).status());

    for (String page : List.of(path(id), "/tickets", "/")) {
      var seen = sanne.get(page);
      assertFalse(seen.html().contains(secret), page);
      assertFalse(seen.html().contains("geheim.txt"), page);
      assertFalse(seen.says("nterne notitie"), page);
    }
    assertEquals(404, sanne.get(file.replace("/backoffice", "")).status());
    assertEquals(mails, mailbox.of(Cases.SANNE).text().split("er is een bericht", -1).length);
  }

  @Test
  void aPartnerCannotWriteWhatIsStaffs() {
    String text = "Ik ben geen notitie " + System.nanoTime();
    write(sanne, path(id), text, "kind", "NOTE", "article", "A4_3");
    assertTrue(sanne.get(path(id)).says(text), "it is a message, whatever the form said");
    write(sanne, path(id), text + "!", "kind", "QUESTION");
    assertFalse(sanne.get(path(id)).says("Wij wachten op uw antwoord."));
  }

  @Test
  void aQuestionStopsTheClockAndTheAnswerBeginsANewTerm() {
    var daan = Browser.of(Cases.DAAN);
    long asked = Cases.id(daan, Cases.VIOLATING);
    assertTrue(karim.get(staffPath(asked)).html().contains("<dt>Antwoord uiterlijk"));
    write(karim, staffPath(asked), "Waarom twee?", "kind", "QUESTION");
    var waiting = daan.get(path(asked));
    assertTrue(waiting.says("Wij wachten op uw antwoord."), waiting.toString());
    assertFalse(waiting.html().contains("<dt>Antwoord uiterlijk"));
    assertTrue(waiting.says("Termijn stilgezet"));
    assertTrue(mailbox.of(Cases.DAAN).says(number(asked) + ": wij hebben meer informatie nodig"));
    assertTrue(Cases.ids(karim.get("/backoffice/tickets?view=waiting")).contains(asked));

    var answered = write(daan, path(asked), "Voor als de eerste uitvalt.");
    assertEquals(303, answered.status());
    var page = daan.get(path(asked));
    assertTrue(page.says("Er geldt nu een nieuwe termijn."), page.toString());
    assertTrue(page.html().contains("<dt>Antwoord uiterlijk"));
    assertTrue(page.says("Nieuwe termijn begonnen"));
    assertFalse(Cases.ids(karim.get("/backoffice/tickets?view=waiting")).contains(asked));
  }

  @Test
  void aQuestionAfterTheTermIsPossibleAndThePageSaysThatItWasMissed() {
    long late = Cases.id(noor, Cases.LATE);
    if (karim.get(staffPath(late)).says("De termijn is verstreken.")) {
      write(karim, staffPath(late), "Vanaf welke adressen?", "kind", "QUESTION");
    }
    assertTrue(karim.get(staffPath(late)).says("De termijn is niet gehaald."));
    assertTrue(noor.get(path(late)).says("De termijn is niet gehaald."));
  }

  @Test
  void aMessageAfterClosingIsKeptAndToldButStartsNoClock() {
    long closed = Cases.id(sanne, Cases.CLOSED);
    assertTrue(sanne.get(path(closed)).says("Dit ticket is gesloten."));
    write(sanne, path(closed), "Dank voor het openen.");
    var page = sanne.get(path(closed));
    assertTrue(page.says("Dank voor het openen."));
    assertFalse(page.html().contains("<dt>Antwoord uiterlijk"));
    assertTrue(Cases.ids(karim.get("/backoffice/tickets?view=unanswered")).contains(closed));
    assertEquals(409, write(karim, staffPath(closed), "Waarom?", "kind", "QUESTION").status());
    assertEquals(303, write(karim, staffPath(closed), "Graag gedaan.", "kind", "MESSAGE").status());
    assertFalse(Cases.ids(karim.get("/backoffice/tickets?view=unanswered")).contains(closed));
  }

  @Test
  void aStrangerFindsNothing() {
    assertEquals(404, noor.get(path(id)).status());
    assertEquals(404, write(noor, path(id), "Laat mij erin").status());
    assertEquals(404, sanne.get("/tickets/999999999").status());
    assertEquals(404, write(karim, staffPath(999999999), "x", "kind", "MESSAGE").status());
    assertEquals(403, sanne.get(staffPath(id)).status());
    assertEquals(403, write(sanne, staffPath(id), "x", "kind", "NOTE").status());
    assertEquals(403, karim.get("/tickets").status());
    assertEquals(303, Browser.guest().get(path(id)).status());
  }

  @Test
  void whatComesFromAnotherSiteIsRefused() {
    var form = Browser.form(path(id) + "/updates", List.of(), "text", "van elders");
    assertEquals(403, sanne.send(form.copy()).status());
    assertEquals(403, sanne.send(form.copy().header("Origin", "https://evil.example")).status());
    assertEquals(403, sanne.send(form.copy().header("Sec-Fetch-Site", "cross-site")).status());
    assertFalse(sanne.get(path(id)).says("van elders"));
  }

  @Test
  void theSameFormSentTwiceIsOneMessage() {
    String text = "Dubbelklik " + System.nanoTime();
    assertEquals(303, write(sanne, path(id), text).status());
    assertEquals(303, write(sanne, path(id), text).status());
    assertEquals(2, sanne.get(path(id)).html().split(text, -1).length);
  }

  @Test
  void anEmptyMessageComesBackWithAllThatWasTyped() {
    var refused =
        write(karim, staffPath(id), " ", "kind", "NOTE", "article", "A4_5", "back", "/policy");
    assertEquals(422, refused.status());
    assertTrue(refused.says("Dit klopt nog niet"));
    assertTrue(refused.html().contains("value=\"A4_5\" checked"), refused.toString());
    assertTrue(refused.html().contains("value=\"NOTE\" checked"));
    assertTrue(refused.html().contains("name=\"back\" value=\"/policy\""));
    var long4000 = write(sanne, path(id), "x".repeat(4001));
    assertEquals(422, long4000.status());
    assertTrue(long4000.says("Dit is te lang: maximaal 4.000 tekens."), long4000.toString());
    assertEquals(422, write(karim, staffPath(id), "x", "kind", "SHOUT").status());
  }

  @Test
  void goesBackToTheLocalPageOnly() {
    var there = write(sanne, path(id), "Terug " + System.nanoTime(), "back", "/policy#art-4-9");
    assertEquals("/policy#art-4-9", there.location());
    var evil = write(sanne, path(id), "Weg " + System.nanoTime(), "back", "//evil.example");
    assertEquals("/", evil.location());
  }

  @Test
  void whoOnlyReadsWritesNothingAndWhoKeepsTheNetworkAsksNothing() {
    var oscar = Browser.of(Cases.AUDITOR);
    var page = oscar.get(staffPath(id));
    assertEquals(200, page.status());
    assertFalse(page.html().contains("/updates"));
    assertFalse(page.html().contains("/assignment"));
    assertEquals(403, write(oscar, staffPath(id), "x", "kind", "NOTE").status());
    var lieke = Browser.of(Cases.NETWORK);
    assertFalse(lieke.get(staffPath(id)).html().contains("value=\"QUESTION\""));
    assertEquals(403, write(lieke, staffPath(id), "Hoezo?", "kind", "QUESTION").status());
    String note = "Kabel ligt er " + System.nanoTime();
    assertEquals(303, write(lieke, staffPath(id), note, "kind", "NOTE").status());
  }
}
