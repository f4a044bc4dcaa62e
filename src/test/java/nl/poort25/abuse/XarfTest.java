package nl.poort25.abuse;

import static nl.poort25.abuse.Samples.read;
import static nl.poort25.abuse.Samples.refusal;
import static nl.poort25.abuse.Samples.xarf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import nl.poort25.abuse.ParsedReport.About;
import nl.poort25.abuse.ParsedReport.Format;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XarfTest {
  @Test
  void readsAddressPortAndTime() {
    var report = read(xarf());
    assertEquals(Format.XARF, report.format());
    assertEquals(About.ABUSE, report.about());
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertEquals(54321, report.port());
    assertEquals(Instant.parse("2026-11-23T07:58:02Z"), report.reportedAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xarf_version",
        "report_id",
        "timestamp",
        "reporter",
        "source_identifier",
        "category",
        "type"
      })
  void whatIsDemandedIsThere(String name) {
    assertEquals("missing", refusal(xarf().replace("\"" + name + "\"", "\"x\"")));
  }

  @Test
  void onlyVersion4IsRead() {
    assertEquals("version", refusal(xarf().replace("4.0.0", "3.0.0")));
    read(xarf().replace("4.0.0", "4.2.0"));
  }

  @Test
  void aNameAsSourceIsTakenAndMatchesNothing() {
    assertNull(read(xarf().replace("198.51.100.9", "spam.example.nl")).source());
  }

  @Test
  void whatIsNoValueIsRefused() {
    assertEquals("value", refusal(xarf().replace("2026-11-23T07:58:02Z", "yesterday")));
    assertEquals("value", refusal(xarf().replace("54321", "70000")));
    assertEquals("value", refusal(xarf().replace("54321", "1e5")));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertEquals("json", refusal("{\"a\": "));
    assertEquals("json", refusal("{'a': 1}"));
    assertEquals("too-deep", refusal("{\"a\":" + "[".repeat(100_000)));
  }

  @Test
  void aMailMayCarryIt() {
    String mail =
        """
        Received: from x ([203.0.113.9]) by y; Mon, 23 Nov 2026 09:12:44 +0100
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        XARF enclosed
        --b
        Content-Type: application/json; name="xarf.json"
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(java.util.Base64.getMimeEncoder().encodeToString(Samples.bytes(xarf())));
    var report = read(mail);
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertEquals(Instant.parse("2026-11-23T08:12:44Z"), report.arrivedAt());
  }
}
