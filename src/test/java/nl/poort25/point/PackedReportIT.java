package nl.poort25.point;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.poort25.it.Browser;
import nl.poort25.it.RawConnection;
import nl.poort25.web.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is the one body that may be packed: by a point, with gzip, and within bounds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedReportIT {
  private static final int LARGEST = 16 * 1024 * 1024;
  private PointOfTest point;

  @BeforeAll
  void register() {
    point = new PointOfTest("packs");
  }

  @AfterAll
  void retire() {
    point.close();
  }

  private static byte[] report(byte[] readBack) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(
        """
        poort25-report 2
        generation 0 -
        outcome observed
        message
        agent 2.0 nft 1.0.6
        seen 0
        readback %s %d

        """
            .replace("message\n", "message \n")
            .formatted(Sha256.hex(readBack), readBack.length)
            .getBytes(UTF_8));
    all.writeBytes(readBack);
    return all.toByteArray();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var all = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(all)) {
      gzip.write(bytes);
    }
    return all.toByteArray();
  }

  private HttpResponse<String> send(byte[] body, String... codings) {
    var request =
        point
            .request("/enforcement/report")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(body));
    Stream.of(codings).forEach(coding -> request.header("Content-Encoding", coding));
    return PointOfTest.send(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZip"})
  void gzipIsUnpacked(String coding) throws IOException {
    var reply = send(packed(report(new byte[0])), coding);
    assertEquals(200, reply.statusCode(), reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deflate", "lzma", "br", "zstd", "gzip, gzip", "something-new"})
  void nothingElseIs(String coding) throws IOException {
    assertEquals(415, send(packed(report(new byte[0])), coding).statusCode());
    assertEquals(415, send(packed(report(new byte[0])), "gzip", "gzip").statusCode());
  }

  @Test
  void whatIsNoGzipIsTheSendersFault() throws IOException {
    assertEquals(400, send(report(new byte[0]), "gzip").statusCode());
    byte[] half = packed(report(new byte[0]));
    assertEquals(400, send(Arrays.copyOf(half, half.length / 2), "gzip").statusCode());
  }

  @Test
  void aFewBytesThatBecomeTooManyAreRefused() throws IOException {
    assertEquals(413, send(packed(new byte[200_000_000]), "gzip").statusCode());
    assertEquals(413, send(new byte[LARGEST + 1]).statusCode());
  }

  /** A value of three bytes is an object of forty once it is read. */
  @ParameterizedTest
  @ValueSource(strings = {"[],", "{},", "0,", "\"\",", "\n", "["})
  void aReadBackOfCountlessValuesIsNotRead(String value) throws IOException {
    String begin = "{\"nftables\": [{\"set\": {\"name\": \"open4\", \"elem\": [";
    String end = "0]}}]}";
    int times = (LARGEST - 1000 - begin.length()) / value.length();
    byte[] readBack = (begin + value.repeat(times) + end).getBytes(UTF_8);
    var reply = send(packed(report(readBack)), "gzip");
    assertEquals(200, reply.statusCode(), reply.body());
    assertTrue(
        point.page().says("more than any table of ours holds"), () -> point.page().toString());
  }

  /** Not a byte of the body is waited for. */
  @Test
  void aTokenThatIsNoneIsRefusedBeforeTheBody() throws IOException {
    try (var connection = new RawConnection(Browser.PORTAL)) {
      connection.send(
          "POST /enforcement/report HTTP/1.1\nHost: portal\nAuthorization: Bearer nobody's\n"
              + "Content-Encoding: gzip\nContent-Length: 1000000",
          new byte[0]);
      assertEquals(401, connection.status());
    }
  }
}
