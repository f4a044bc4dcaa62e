package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.poort25.it.Browser;
import nl.poort25.it.RawConnection;
import nl.poort25.it.RawConnection.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the wire before any page is asked, byte for byte. */
class WireIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> PEOPLE =
      List.of(
          "sanne@havenkantoor.example",
          "lieke@routit.example",
          "mirjam@routit.example",
          "oscar@routit.example");

  private static String head(String line, String... more) {
    return line
        + " HTTP/1.1\nHost: portal\nConnection: close\nOrigin: "
        + Browser.PORTAL
        + Stream.of(more).map(header -> "\n" + header).reduce("", String::concat);
  }

  private static Reply reply(String head, byte[] body) throws IOException {
    return RawConnection.reply(Browser.PORTAL, head, body);
  }

  private static Reply get(String path, String... more) throws IOException {
    return reply(head("GET " + path, more), new byte[0]);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var all = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(all)) {
      gzip.write(bytes);
    }
    return all.toByteArray();
  }

  /** A few kilobytes that would be 20 megabytes. */
  private static byte[] bomb() throws IOException {
    byte[] form = new byte[20_000_000];
    Arrays.fill(form, (byte) 'a');
    form[1] = '=';
    return packed(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/metrics/",
        "//metrics",
        "/./metrics",
        "/metrics%2f",
        "/metrics;x",
        "/metrics;x=1/",
        "/%6detrics",
        "/metrics%20",
        "/METRICS",
        "/metrics/base",
        "/domains/../metrics",
        "/static/%2e%2e/metrics",
        "/enforcement/../metrics",
        "/metrics/..;/metrics",
        "http://portal/metrics",
        "/health",
        "/health/",
        "/health/live",
        "/health/ready/",
        "/./health",
        "/health%2flive",
        "//health//live",
        "/openapi",
        "/openapi/",
        "/openapi;x",
        "/openapi-ui/"
      })
  void whatTheContainerAnswersNeedsTheTokenHoweverItIsWritten(String path) throws IOException {
    assertEquals(404, get(path).status(), "a guest");
    for (String person : PEOPLE) {
      String cookie = "Cookie: session=" + Browser.known(person).cookie("session");
      assertEquals(404, get(path, cookie).status(), person);
    }
    assertEquals(404, get(path, "Authorization: Bearer token-of-somebody").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/", "/health/live", "/openapi"})
  void withTheTokenItAnswers(String path) throws IOException {
    String token = "Authorization: Bearer token-of-the-tests";
    assertEquals(200, get(path, token).status());
    assertEquals(405, reply(head("POST " + path, token, "Content-Length: 1"), body("x")).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "x-gzip",
        "GZip",
        "deflate",
        "lzma",
        "br",
        "zstd",
        "compress",
        "identity, gzip",
        "gzip, gzip",
        "gzip\ncontent-encoding: identity",
        "identity\nCONTENT-ENCODING: gzip",
        "something-new"
      })
  void noBodyIsUnpackedForAGuest(String coding) throws IOException {
    byte[] bomb = bomb();
    String[] headers = {"Content-Type: " + FORM, "Content-Encoding: " + coding};
    var sent = Stream.concat(Stream.of(headers), Stream.of("Content-Length: " + bomb.length));
    assertEquals(415, reply(head("POST /login", sent.toArray(String[]::new)), bomb).status());
    var chunked = Stream.concat(Stream.of(headers), Stream.of("Transfer-Encoding: chunked"));
    assertEquals(
        415,
        reply(head("POST /login", chunked.toArray(String[]::new)), body("1\r\na\r\n0\r\n\r\n"))
            .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", ""})
  void whatIsNotPackedIsTaken(String coding) throws IOException {
    byte[] form = body("email=nobody%40example.nl&password=x");
    var reply =
        reply(
            head(
                "POST /login",
                "Content-Type: " + FORM,
                "Content-Encoding: " + coding,
                "Content-Length: " + form.length),
            form);
    assertEquals(422, reply.status(), reply.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "gzip, chunked", "gzip", "identity", "x"})
  void aBodyWithoutALengthIsNotTaken(String transfer) throws IOException {
    var reply =
        reply(
            head("POST /login", "Content-Type: " + FORM, "Transfer-Encoding: " + transfer),
            body("5\r\nabcde\r\n0\r\n\r\n"));
    assertEquals(411, reply.status(), reply.text());
  }

  @Test
  void noPageIsReadWithABody() throws IOException {
    assertEquals(400, reply(head("GET /login", "Content-Length: 5"), body("abcde")).status());
    assertEquals(400, reply(head("HEAD /login", "Content-Length: 5"), body("abcde")).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/login/second-factor",
        "/password-reset",
        "/language",
        "/logout",
        "/customers",
        "/domains/new",
        "/domains/1/mail-services/new",
        "/abuse/1/answers",
        "/tickets/1/updates",
        "/exemptions/new",
        "/account/password",
        "/static/site.css",
        "/error",
        "/nowhere",
        "/customers%3Fx",
        "/customers;x"
      })
  void aFormWithoutBodyOrTypeIsTheClientsFault(String path) throws IOException {
    String cookie = "Cookie: session=" + Browser.of(PEOPLE.get(0)).cookie("session");
    for (String[] headers :
        List.of(
            new String[] {cookie, "Content-Length: 0"},
            new String[] {cookie, "Content-Length: 0", "Content-Type: " + FORM},
            new String[] {cookie},
            new String[] {cookie, "Content-Length: 3"},
            new String[] {cookie, "Content-Length: 3", "Content-Type: " + FORM},
            new String[] {cookie, "Content-Length: 3", "Content-Type: text/plain"},
            new String[] {cookie, "Content-Length: 3", "Content-Type: " + FORM + ";charset=x"},
            new String[] {cookie, "Content-Length: 3", "Content-Type: multipart/form-data"},
            new String[] {
              cookie, "Content-Length: 3", "Content-Type: multipart/form-data; boundary=x"
            })) {
      boolean sends = List.of(headers).contains("Content-Length: 3");
      var reply = reply(head("POST " + path, headers), body(sends ? "%%%" : ""));
      assertTrue(reply.status() > 0 && reply.status() < 500, () -> reply.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "*", "br, GZIP;q=0.5", "x-gzip"})
  void textIsPackedForWhoeverTakesIt(String takes) throws IOException {
    for (String path : List.of("/login", "/static/site.css")) {
      var plain = get(path);
      var packed = get(path, "Accept-Encoding: " + takes);
      assertEquals("gzip", packed.header("Content-Encoding").orElseThrow(), path);
      assertEquals("Accept-Encoding", packed.header("Vary").orElseThrow());
      assertFalse(plain.header("Content-Encoding").isPresent());
      assertEquals(content(plain), unpacked(packed));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.000, *", "deflate, br", "*;q=0"})
  void textIsNotPackedForWhoeverDoesNot(String takes) throws IOException {
    assertFalse(
        get("/login", "Accept-Encoding: " + takes).header("Content-Encoding").isPresent(), takes);
  }

  @Test
  void errorsArePackedAndPartsAndHeadsAreNot() throws IOException {
    String takes = "Accept-Encoding: gzip";
    var error = reply(head("PUT /login", takes), new byte[0]);
    assertEquals(405, error.status());
    assertTrue(unpacked(error).contains("</html>"));
    var part = get("/static/site.css", takes, "Range: bytes=10-3000");
    assertEquals(206, part.status());
    assertFalse(part.header("Content-Encoding").isPresent());
    var head = reply(head("HEAD /login", takes), new byte[0]);
    assertEquals(200, head.status());
    assertFalse(head.header("Content-Encoding").isPresent());
    var known = get("/static/site.css", "If-None-Match: " + etag());
    assertEquals(304, known.status());
  }

  private static String etag() throws IOException {
    return get("/static/site.css").header("ETag").orElseThrow();
  }

  private static byte[] body(String text) {
    return text.getBytes(UTF_8);
  }

  private static String content(Reply reply) {
    return reply
        .text()
        .split("\r\n\r\n", 2)[1]
        .replaceAll("(?m)^[0-9a-f]{1,4}\r\n|\r\n$", "")
        .strip();
  }

  /** The content of a packed reply, whether or not it came in chunks. */
  private static String unpacked(Reply reply) throws IOException {
    byte[] all = reply.bytes();
    int at = 0;
    while (!(all[at] == '\r' && all[at + 2] == '\r')) {
      at++;
    }
    byte[] content = Arrays.copyOfRange(all, at + 4, all.length);
    if (reply.header("Transfer-Encoding").isPresent()) {
      content = joined(content);
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new String(gzip.readAllBytes(), UTF_8).strip();
    }
  }

  private static byte[] joined(byte[] chunks) {
    var all = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (chunks[end] != '\r') {
        end++;
      }
      int length = Integer.parseInt(new String(chunks, at, end - at, UTF_8), 16);
      if (length == 0) {
        return all.toByteArray();
      }
      all.write(chunks, end + 2, length);
      at = end + 2 + length + 2;
    }
  }
}
