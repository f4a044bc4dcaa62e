package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import nl.poort25.it.Browser;
import nl.poort25.it.RawConnection;
import nl.poort25.it.RawConnection.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A form whose body comes later than its head goes on with another thread, of which the container
 * remembers somebody else: it must be answered as one that came in one piece.
 */
class LateBodyIT {
  private static final String SANNE = "sanne@havenkantoor.example";
  private static final List<String> PEOPLE =
      List.of(
          SANNE,
          "lieke@routit.example",
          "karim@routit.example",
          "mirjam@routit.example",
          "oscar@routit.example");

  private static String head(String path, String person, int length) {
    return "POST "
        + path
        + " HTTP/1.1\nHost: portal\nConnection: close\nOrigin: "
        + Browser.PORTAL
        + "\nContent-Type: application/x-www-form-urlencoded\nContent-Length: "
        + length
        + (person == null ? "" : "\nCookie: session=" + person);
  }

  private static Reply late(String path, String session, String form, Runnable meanwhile)
      throws IOException {
    byte[] body = form.getBytes(UTF_8);
    return RawConnection.later(Browser.PORTAL, head(path, session, body.length), body, meanwhile);
  }

  /** While another page is made, the portal has come to the missing body. */
  private static void aMoment() {
    Browser.guest().get("/login");
  }

  private static String session(String person) {
    return Browser.known(person).cookie("session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers",
        "/domains/new",
        "/account/password",
        "/backoffice/prefixes",
        "/backoffice/mail-servers",
        "/backoffice/partners",
        "/backoffice/standard-answers",
        "/backoffice/accounts",
        "/backoffice/points",
        "/nowhere"
      })
  void everyRoleIsAnsweredAsWithAFormInOnePiece(String path) throws IOException {
    for (String person : PEOPLE) {
      byte[] form = "nothing=x".getBytes(UTF_8);
      int atOnce =
          RawConnection.reply(Browser.PORTAL, head(path, session(person), form.length), form)
              .status();
      var late = late(path, session(person), "nothing=x", LateBodyIT::aMoment);
      assertEquals(atOnce, late.status(), person + " " + late.text());
      assertTrue(late.header("Content-Security-Policy").isPresent());
      assertTrue(late.text().contains("</html>"), "a whole page");
    }
  }

  @Test
  void aGuestGetsNoFurther() throws IOException {
    assertEquals(303, late("/customers", null, "name=Niemand", LateBodyIT::aMoment).status());
    var login = late("/login", null, "email=x%40example.nl&password=y", LateBodyIT::aMoment);
    assertEquals(422, login.status(), login.text());
  }

  @Test
  void whatIsTypedIsThereInFull() throws IOException {
    String name = "Late klant " + "é".repeat(20);
    var form = "name=" + URLEncoder.encode(name, UTF_8);
    assertEquals(303, late("/customers", session(SANNE), form, LateBodyIT::aMoment).status());
    assertTrue(Browser.known(SANNE).get("/customers").says(name));
  }

  /** More than what stays in memory, in pieces. */
  @Test
  void aLongFormGoesThroughAFileAndLosesNothing() throws IOException {
    String text = "regel van een lang bericht\n".repeat(1200);
    String form = "text=" + URLEncoder.encode(text + "het einde", UTF_8);
    byte[] body = form.getBytes(UTF_8);
    assertTrue(body.length > BufferedBody.IN_MEMORY);
    try (var connection = new RawConnection(Browser.PORTAL)) {
      connection.send(head("/language", session(SANNE), body.length), new byte[0]);
      for (int at = 0; at < body.length; at += 5000) {
        connection.send(java.util.Arrays.copyOfRange(body, at, Math.min(body.length, at + 5000)));
        aMoment();
      }
      assertEquals(303, connection.reply().status());
    }
  }

  /** As for the next request: who has signed out, or was locked, stores nothing more. */
  @Test
  void whoIsSignedInNoMoreStoresNothing() throws IOException {
    var sanne = Browser.of(SANNE);
    var reply =
        late(
            "/customers",
            sanne.cookie("session"),
            "name=Klant+van+niemand",
            () -> {
              aMoment();
              assertEquals(303, sanne.post("/logout").status());
            });
    assertEquals(303, reply.status());
    assertEquals("/login", reply.header("Location").orElseThrow());
    assertFalse(Browser.known(SANNE).get("/customers").says("Klant van niemand"));
  }
}
