package nl.poort25.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.poort25.it.Browser;
import nl.poort25.it.Visit;
import org.junit.jupiter.api.Test;

/**
 * A form that is sent once more because nobody knew what had become of it, or by a second click.
 */
class SentTwiceIT {
  private final Browser sanne = Browser.of(Cases.SANNE);
  private final String ticket = Cases.path(Cases.id(sanne, Cases.RUNNING));
  private final String text = "Eenmaal, " + UUID.randomUUID();

  private String mark() {
    return sanne.get(ticket).find("name=\"form-mark\" value=\"([^\"]+)\"").orElseThrow();
  }

  private HttpRequest.Builder form(String words, String mark) {
    return Browser.form(ticket + "/updates", List.of(), "text", words, "form-mark", mark)
        .header("Origin", Browser.PORTAL);
  }

  private int shown(String words) {
    return sanne.get(ticket).html().split(words, -1).length - 1;
  }

  @Test
  void itIsCarriedOutOnce() {
    String mark = mark();
    Visit first = sanne.send(form(text, mark));
    assertEquals(303, first.status(), first.toString());
    assertFalse(sanne.get(ticket).says("al verwerkt"));
    Visit second = sanne.send(form(text, mark));
    assertEquals(303, second.status(), second.toString());
    assertEquals(ticket, second.location());
    assertTrue(sanne.get(ticket).says("al verwerkt"));
    assertEquals(1, shown(text));
  }

  @Test
  void anotherTextIsAnotherForm() {
    String mark = mark();
    sanne.send(form(text + " a", mark));
    sanne.send(form(text + " b", mark));
    assertEquals(1, shown(text + " b"));
  }

  @Test
  void whatWasRefusedMayBeSentAgain() {
    String mark = mark();
    assertEquals(422, sanne.send(form("", mark)).status());
    assertEquals(422, sanne.send(form("", mark)).status());
  }

  @Test
  void ofTwoAtTheSameMomentOneIsCarriedOut() throws Exception {
    String mark = mark();
    var threads = Executors.newFixedThreadPool(4);
    try {
      var sends = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 4; i++) {
        var form = form(text, mark);
        sends.add(() -> sanne.send(form).status());
      }
      for (var status : threads.invokeAll(sends)) {
        assertTrue(List.of(303, 409).contains(status.get()), "" + status.get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(1, shown(text));
  }
}
