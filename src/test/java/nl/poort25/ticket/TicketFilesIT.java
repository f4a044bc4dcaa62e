package nl.poort25.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.poort25.ticket.Cases.path;
import static nl.poort25.ticket.Cases.staffPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.Browser.SentFile;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files in a conversation: in, looked at, and out again. */
class TicketFilesIT {
  private static Browser sanne;
  private static long id;

  @BeforeAll
  static void start() {
    sanne = Browser.of(Cases.SANNE);
    id = Cases.id(sanne, Cases.RUNNING);
  }

  private static Visit send(SentFile... files) {
    return sanne.upload(
        path(id) + "/updates", List.of(files), "text", "Met bijlage " + System.nanoTime());
  }

  private static SentFile sized(String name, int bytes) {
    return new SentFile(name, "x".repeat(bytes).getBytes(UTF_8));
  }

  @Test
  void aFileComesOutAsItWentInAndIsNeverShownByTheBrowser() {
    String text = "regel één\r\nregel twee\r\n";
    assertEquals(303, send(SentFile.of("../Één \u202e%22log%22.txt", text)).status());
    var page = sanne.get(path(id));
    var file = sanne.get(Cases.file(page, "Één _log_.txt"));
    assertEquals(200, file.status());
    assertEquals(text, file.html());
    assertEquals("nosniff", file.header("x-content-type-options"));
    assertEquals("no-store", file.header("cache-control"));
    assertTrue(file.header("content-type").startsWith("text/plain"), file.header("content-type"));
    assertEquals(
        "attachment; filename=\"__n _log_.txt\"; filename*=UTF-8''%C3%89%C3%A9n%20_log_.txt",
        file.header("content-disposition"));
    assertTrue(file.header("content-security-policy").contains("default-src 'none'"));
  }

  @Test
  void aFileIsForWhoMaySeeTheTicketOnly() {
    assertEquals(303, send(SentFile.of("eigen.csv", "a,b\r\n")).status());
    String file = Cases.file(sanne.get(path(id)), "eigen.csv");
    var noor = Browser.of(Cases.NOOR);
    assertEquals(404, noor.get(file).status());
    long other = Cases.id(noor, Cases.LATE);
    assertEquals(404, noor.get(file.replace("/tickets/" + id, "/tickets/" + other)).status());
    assertEquals(404, sanne.get(path(id) + "/files/999999999").status());
    assertEquals(303, Browser.guest().get(file).status());
    assertEquals(200, Browser.of(Cases.AUDITOR).get("/backoffice" + file).status());
  }

  @Test
  void whatIsNotTakenIsNamedBesideTheFieldAndTheTextIsKept() {
    var wrong = send(SentFile.of("a.txt", "goed"), SentFile.of("virus.exe", "MZ"));
    assertEquals(422, wrong.status());
    assertTrue(
        wrong.says("virus.exe kan niet worden verstuurd: alleen pdf, png,"), wrong.toString());
    assertTrue(wrong.says("Met bijlage"), wrong.toString());
    var disguised = send(SentFile.of("rapport.pdf", "<script>alert(1)</script>"));
    assertEquals(422, disguised.status());
    assertTrue(disguised.says("rapport.pdf is geen pdf-bestand"), disguised.toString());
    assertEquals(422, send(SentFile.of("leeg.txt", "")).status());
    assertFalse(sanne.get(path(id)).html().contains("virus.exe"));
  }

  @Test
  void holdsTheLargestSizeAndTheNumberOfFiles() {
    assertEquals(303, send(sized("past.txt", 10240 * 1024)).status());
    var large = send(sized("groot.txt", 10240 * 1024 + 1));
    assertEquals(422, large.status());
    assertTrue(large.says("groot.txt is te groot: maximaal 10 MB."), large.toString());
    var six = new ArrayList<SentFile>();
    for (int i = 0; i < 6; i++) {
      six.add(SentFile.of(i + ".txt", "x"));
    }
    var many = send(six.toArray(SentFile[]::new));
    assertEquals(422, many.status());
    assertTrue(many.says("maximaal 5"), many.toString());
  }

  @Test
  void refusesFilesEverywhereElseAndRubbishHere() {
    var file = List.of(SentFile.of("a.txt", "x"));
    for (String path : List.of("/domains/new", "/tickets", "/customers", path(id))) {
      assertEquals(415, sanne.upload(path, file, "name", "x").status(), path);
    }
    var cut =
        Browser.request(path(id) + "/updates")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Origin", Browser.PORTAL)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("--x\r\nhalf"));
    var answer = sanne.send(cut);
    assertEquals(400, answer.status());
    assertTrue(answer.says("Dit verzoek konden wij niet lezen"), answer.toString());
    var oscar = Browser.of(Cases.AUDITOR);
    assertEquals(403, oscar.upload(staffPath(id) + "/updates", file, "text", "x").status());
  }
}
