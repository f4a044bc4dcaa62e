package nl.poort25.abusereport;

import static nl.poort25.abusereport.Samples.read;
import static nl.poort25.abusereport.Samples.refusal;
import static nl.poort25.abusereport.Samples.xarf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XarfTest {
  @Test
  void readsAddressPortAndTime() {
    var report = read(xarf());
    assertEquals(Format.XARF, report.format());
    assertEquals(ComplaintType.ABUSE, report.about());
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertEquals(54321, report.port());
    assertEquals(Instant.parse("2026-11-23T07:58:02Z"), report.reportedAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"report_id", "timestamp", "reporter", "source_identifier", "category", "type"})
  void whatIsDemandedMayBeMissing(String name) {
    var report = read(xarf().replace("\"" + name + "\"", "\"x\""));
    assertEquals(Format.XARF, report.format());
    assertEquals(List.of(), report.notRead());
  }

  @Test
  void withoutAVersionItIsOtherJson() {
    assertEquals("no-xarf", refusal(xarf().replace("\"xarf_version\"", "\"x\"")));
    assertEquals("no-xarf", refusal("{\"ticket\": 12345, \"queue\": \"abuse\"}"));
  }

  @Test
  void onlyVersions3And4AreRead() {
    for (String version : List.of("5.0.0", "2", "x", "40")) {
      assertEquals("version", refusal(xarf().replace("4.0.0", version)), version);
    }
    read(xarf().replace("4.0.0", "4.2.0"));
    read(xarf().replace("4.0.0", "4"));
  }

  @Test
  void classMaySayWhatCategoryDoes() {
    assertEquals(ComplaintType.ABUSE, read(xarf().replace("\"category\"", "\"class\"")).about());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "3", "\"3.1\""})
  void version3SaysTheSameByOtherNames(String version) {
    var report =
        read(
            """
            {"Version": %s, "ReporterInfo": {"ReporterOrg": "R"}, "Disclosure": true,
             "Report": {"ReportClass": "Activity", "ReportType": "Spam", "Date": "2026-11-26T10:11:12Z",
               "SourceIp": "192.0.2.9", "SourcePort": "25"}}
            """
                .formatted(version));
    assertEquals(Format.XARF, report.format());
    assertEquals(ComplaintType.ABUSE, report.about());
    assertEquals(Cidr.of("192.0.2.9"), report.source());
    assertEquals(25, report.port());
    assertEquals(Instant.parse("2026-11-26T10:11:12Z"), report.reportedAt());
    assertTrue(report.excerpt().contains("reporter ReporterOrg: R"), report.excerpt());
  }

  @Test
  void aNameAsSourceIsTakenAndMatchesNothing() {
    assertNull(read(xarf().replace("198.51.100.9", "spam.example.nl")).source());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:58:02Z, yesterday, timestamp: yesterday",
    "54321, 70000, source_port: 70000",
    "54321, 1e5, source_port: 1E+5",
    "198.51.100.9, spam.example.nl, source_identifier: spam.example.nl"
  })
  void whatIsNoValueIsShownAndTheRestIsKept(String good, String bad, String shown) {
    var report = read(xarf().replace(good, bad));
    assertEquals(List.of(shown), report.notRead().stream().map(UnparsedPart::field).toList());
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
