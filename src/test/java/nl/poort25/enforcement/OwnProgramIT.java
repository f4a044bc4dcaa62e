package nl.poort25.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.poort25.exemption.Asking;
import nl.poort25.it.Browser;
import nl.poort25.it.Eventually;
import nl.poort25.it.Trials;
import nl.poort25.point.PointOfTest;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of a program of one's own, at a router that has no agent of ours. */
@Tag(Trials.ON_ONE_DATABASE)
@Timeout(300)
class OwnProgramIT {
  private static final String OUT = "198.51.100.8";
  private static final String SERVER = "192.0.2.99";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path folder;
  private Namespaces network;
  private PointOfTest point;
  private final Browser karim = Browser.of(Asking.REVIEWER);
  private final Browser sanne = Browser.of(Asking.SANNE);

  @BeforeEach
  void register() throws IOException {
    network = new Namespaces();
    network.give("router", "203.0.113.1/24");
    network.give("outside", "203.0.113.207/24");
    network.give("inside", SERVER + "/24");
    network.listen(SERVER);
    point = new PointOfTest("eigen-programma", "format", "OTHER_FIREWALL");
    Files.writeString(
        folder.resolve("curl.conf"),
        "header = \"Authorization: Bearer " + point.token() + "\"\n",
        UTF_8);
  }

  @AfterEach
  void retire() {
    point.close();
    network.close();
  }

  private record Turn(int status, String said) {}

  /** One turn of the program. */
  private Turn turn() throws IOException, InterruptedException {
    var process = start("0");
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Turn(process.waitFor(), said);
  }

  private Process start(String seconds) throws IOException {
    var builder =
        new ProcessBuilder(
                "sh",
                "src/main/operating/state-job.sh",
                Browser.PORTAL,
                folder.resolve("job").toString(),
                seconds)
            .redirectErrorStream(true);
    builder.environment().put("POORT25_CURL", folder.resolve("curl.conf").toString());
    builder
        .environment()
        .put("NFT", String.join(" ", network.exec("router", List.of("/usr/sbin/nft"))));
    return builder.start();
  }

  private Turn enforcing() throws IOException, InterruptedException {
    var first = turn();
    assertEquals(0, first.status(), first.said());
    point.enforce();
    return turn();
  }

  @Test
  void onlyTellsWhatItWouldChangeUntilStaffLetsIt() throws Exception {
    var first = turn();
    assertEquals(0, first.status(), first.said());
    assertTrue(first.said().lines().anyMatch(line -> line.startsWith("-inside ")), first.said());
    assertFalse(network.nft("list", "tables").contains("port25"));
    point.enforce();
    var second = turn();
    assertEquals(0, second.status(), second.said());
    assertTrue(second.said().matches("state \\d+ is in force\\n"), second.said());
    assertTrue(network.nft("list", "tables").contains("port25"));
    assertTrue(point.page().says("zoals het moet"), point.page()::toString);
  }

  @Test
  void whatItHasCarriedOutIsOpenAndConfirmed() throws Exception {
    assertEquals(0, enforcing().status());
    assertTrue(network.heard("203.0.113.207", SERVER).startsWith("failed: "));
    long id = Asking.sent(sanne, Asking.thirdParty(sanne, "ZAK-0331", "203.0.113.207", SERVER));
    var waits = start("60");
    assertEquals(303, Asking.approve(karim, id, List.of()).status());
    assertTrue(waits.waitFor(10, TimeUnit.SECONDS), "it was told at once");
    Eventually.holds(
        "open",
        () -> {
          turnQuietly();
          return sanne.get("/exemptions/" + id).says("teruggelezen in het netwerk");
        });
    assertEquals("220 sink", network.heard("203.0.113.207", SERVER));
    Asking.withdraw(sanne, id);
    Eventually.holds(
        "closed",
        () -> {
          turnQuietly();
          return network.heard("203.0.113.207", SERVER).startsWith("failed: ");
        });
  }

  private void turnQuietly() {
    try {
      turn();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Somebody opens an address, another adds a rule, and a restart empties all of it. */
  @Test
  void whatSomebodyElseChangedIsToldAndPutRight() throws Exception {
    assertEquals(0, enforcing().status());
    network.nft("add", "element", "inet", "port25", "open4", "{ " + OUT + " }");
    isPutRight("+open " + OUT);
    network.nft("insert", "rule", "inet", "port25", "forward", "accept");
    isPutRight("+! the table has other chains or rules than it was given");
    network.nft("delete", "table", "inet", "port25");
    isPutRight("-inside 192.0.2.0/24");
  }

  private void isPutRight(String told) throws Exception {
    var turn = turn();
    assertEquals(0, turn.status(), turn.said());
    assertTrue(turn.said().lines().anyMatch(told::equals), turn.said());
    assertTrue(turn.said().endsWith(" is in force\n"), turn.said());
    var again = turn();
    assertTrue(again.said().matches("state \\d+ is in force\n"), again.said());
  }

  /** A portal whose database is older would open what was blocked to one that says it has none. */
  @Test
  void whoHasLostWhatHeHoldsIsToldAndAsksForNothing() throws Exception {
    assertEquals(0, enforcing().status());
    Files.delete(folder.resolve("job/holds"));
    var turn = turn();
    assertEquals(1, turn.status(), turn.said());
    assertTrue(turn.said().contains("put the folder back"), turn.said());
  }

  @Test
  void answersAsItsPageSays() throws Exception {
    var lines = get("lines", null);
    assertEquals(200, lines.statusCode());
    assertEquals(Sha256.hex(lines.body()), header(lines, "Poort25-SHA256"));
    String state = header(lines, "Poort25-State");
    assertTrue(state.matches("\\d+-" + Sha256.hex(lines.body())), state);
    assertEquals("observe", header(lines, "Poort25-Mode"));
    assertEquals(304, get("lines", header(lines, "ETag")).statusCode());
    assertEquals(400, send(request("/enforcement/latest/lines", point.token()).GET()).statusCode());
    assertEquals(200, get("json", null).statusCode());
    assertEquals(404, get("postfix-transport", null).statusCode());
    assertEquals(404, get("prefixes", null).statusCode());
    assertEquals(200, confirm(state, lines.body()).statusCode());
    var less = lines.body().substring(0, lines.body().lastIndexOf('\n', lines.body().length() - 2));
    assertEquals(409, confirm(state, less + "\n").statusCode());
    assertEquals(409, confirm(state, lines.body() + "<script>\n").statusCode());
    assertEquals(400, confirm("none", lines.body()).statusCode());
    assertEquals(400, confirm("999999999999999-" + "0".repeat(64), "").statusCode());
    var page = point.page().html();
    assertFalse(page.contains("<script>\n"), "what it sends is text");
    try (var agents = new PointOfTest("met-agent")) {
      var refused =
          send(
              request("/enforcement/confirmation?state=0", agents.token())
                  .POST(BodyPublishers.ofString("")));
      assertEquals(403, refused.statusCode());
      assertEquals(
          403,
          send(request("/enforcement/latest/lines?holds=0", agents.token()).GET()).statusCode());
    }
    assertEquals(
        401, send(request("/enforcement/latest/lines", "A".repeat(43)).GET()).statusCode());
  }

  private HttpResponse<String> get(String file, String etag) throws Exception {
    var request = request("/enforcement/latest/" + file + "?holds=0", point.token()).GET();
    return send(etag == null ? request : request.header("If-None-Match", etag));
  }

  private HttpResponse<String> confirm(String state, String lines) throws Exception {
    return send(
        request("/enforcement/confirmation?state=" + state, point.token())
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(lines)));
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(Browser.PORTAL + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
