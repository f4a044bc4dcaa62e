package nl.poort25.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.poort25.ticket.Cases.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import nl.poort25.it.Browser;
import org.junit.jupiter.api.Test;

/** A form whose body comes later than its headers, as over a slow line, loses nothing of itself. */
class SlowFormIT {
  private static final int TIMES = 5;

  private final Browser sanne = Browser.of(Cases.SANNE);
  private final String updates = path(Cases.id(sanne, Cases.RUNNING)) + "/updates";

  @Test
  void keepsTheFirstFieldOfAFormWithoutAFile() throws Exception {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nLangzaam %d\r\n--x--\r\n";
    for (int i = 0; i < TIMES; i++) {
      String answer = send("multipart/form-data; boundary=x", form.formatted(i));
      assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    }
  }

  @Test
  void keepsTheFirstFieldOfAnEncodedForm() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      String answer = send("application/x-www-form-urlencoded", "text=Langzaam+" + i);
      assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    }
  }

  /** Also where another thread goes on with it than the one that looked who sends it. */
  @Test
  void isTheActOfWhoSentIt() throws Exception {
    var mirjam = Browser.known("mirjam@routit.example");
    for (int i = 0; i < TIMES; i++) {
      String answer = send("application/x-www-form-urlencoded", "text=Van+mij+" + i);
      assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
      var log = mirjam.get("/backoffice/log?type=ticket");
      assertEquals(
          "Sanne+de+Wit",
          log.find("href=\"/backoffice/log\\?person=([^\"&]+)\"").orElseThrow(),
          log.toString());
    }
  }

  private String send(String type, String body) throws IOException {
    var portal = URI.create(Browser.PORTAL);
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        """
        POST %s HTTP/1.1
        Host: %s
        Origin: %s
        Cookie: session=%s
        Content-Type: %s
        Content-Length: %d
        Connection: close

        """
            .formatted(
                updates,
                portal.getAuthority(),
                Browser.PORTAL,
                sanne.cookie("session"),
                type,
                bytes.length)
            .replace("\n", "\r\n");
    try (var socket = new Socket(portal.getHost(), portal.getPort())) {
      var out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      out.flush();
      // meanwhile the portal begins: while another page is made it has come to the empty body
      sanne.get("/tickets");
      out.write(bytes);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
