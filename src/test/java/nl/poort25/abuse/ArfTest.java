package nl.poort25.abuse;

import static nl.poort25.abuse.Samples.FIELDS;
import static nl.poort25.abuse.Samples.HEADERS;
import static nl.poort25.abuse.Samples.arf;
import static nl.poort25.abuse.Samples.read;
import static nl.poort25.abuse.Samples.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Locale;
import nl.poort25.abuse.ParsedReport.About;
import nl.poort25.abuse.ParsedReport.Format;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 5965, 6591 and 6692 demand. */
class ArfTest {
  @Test
  void readsAddressTimesAndChain() {
    var report = read(arf());
    assertEquals(Format.ARF, report.format());
    assertEquals(About.ABUSE, report.about());
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertNull(report.port());
    assertEquals(Chain.NAMES_IT, report.chain());
    assertEquals(1, report.incidents());
    assertEquals(Instant.parse("2026-11-23T07:58:02Z"), report.reportedAt());
    assertEquals(Instant.parse("2026-11-23T07:57:55Z"), report.messageAt());
    assertEquals(Instant.parse("2026-11-23T07:58:03Z"), report.receivedAt());
    assertEquals(Instant.parse("2026-11-23T08:12:44Z"), report.arrivedAt());
  }

  @Test
  void takesLineEndsOfEitherKind() {
    assertEquals(read(arf()), read(arf().replace("\n", "\r\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Feedback-Type", "User-Agent", "Version"})
  void whatIsDemandedIsThereExactlyOnce(String field) {
    String line = FIELDS.lines().filter(l -> l.startsWith(field)).findFirst().orElseThrow() + "\n";
    assertEquals("missing", refusal(arf(FIELDS.replace(line, ""))));
    assertEquals("twice", refusal(arf(FIELDS + line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Original-Envelope-Id: x",
        "Original-Mail-From: <x>",
        "Arrival-Date: Mon, 23 Nov 2026 08:58:02 +0100",
        "Reporting-MTA: dns; x",
        "Source-IP: 198.51.100.9",
        "Source-Port: 25",
        "Incidents: 2"
      })
  void whatIsOptionalIsThereAtMostOnce(String line) {
    String name = line.substring(0, line.indexOf(':'));
    String without =
        String.join("\n", FIELDS.lines().filter(l -> !l.startsWith(name)).toList()) + "\n";
    read(arf(without + line + "\n"));
    assertEquals(
        "twice", refusal(arf(without + line + "\n" + line.toUpperCase(Locale.ROOT) + "\n")));
  }

  @Test
  void arrivalDateAndReceivedDateExcludeOneAnother() {
    String received = "Received-Date: Mon, 23 Nov 2026 08:58:02 +0100\n";
    assertEquals("both-dates", refusal(arf(FIELDS + received)));
    var report = read(arf(FIELDS.replace("Arrival-Date", "Received-Date")));
    assertEquals(Instant.parse("2026-11-23T07:58:02Z"), report.reportedAt());
  }

  @Test
  void theThirdPartIsThere() {
    String whole = arf();
    int third = whole.lastIndexOf("--part-1\nContent-Type: message/rfc822");
    assertEquals("no-third-part", refusal(whole.substring(0, third) + "--part-1--\n"));
    assertEquals("no-third-part", refusal(arf(FIELDS, "text/html", "<p>")));
  }

  @Test
  void theThirdPartMayBeHeadersOnly() {
    assertEquals(read(arf()), read(arf(FIELDS, "text/rfc822-headers", HEADERS)));
  }

  @Test
  void theSecondPartIsTheReport() {
    assertEquals("no-report", refusal(arf().replace("message/feedback-report", "text/plain")));
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.9, 198.51.100.9",
    "IPv6:2001:db8:25::9, 2001:db8:25::9",
    "2001:DB8:25:0::9, 2001:db8:25::9",
    "[IPv6:2001:db8:25::9], 2001:db8:25::9",
    "198.51.100.9 (not a proxy), 198.51.100.9"
  })
  void anAddressMayBeALiteral(String written, String address) {
    var report = read(arf(FIELDS.replace("Source-IP: 198.51.100.9", "Source-IP: " + written)));
    assertEquals(Cidr.of(address), report.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.example.nl", "198.51.100.0/24", "localhost", "1", "", "::1%eth0"})
  void whatIsNoAddressIsRefused(String written) {
    assertEquals(
        "value", refusal(arf(FIELDS.replace("Source-IP: 198.51.100.9", "Source-IP: " + written))));
  }

  @Test
  void aReportWithoutAddressOrDateIsTaken() {
    String none =
        String.join(
            "\n",
            FIELDS.lines().filter(l -> !l.startsWith("Source") && !l.startsWith("Arr")).toList());
    var report = read(arf(none + "\n"));
    assertNull(report.source());
    assertNull(report.reportedAt());
    assertEquals(Chain.NONE, report.chain());
  }

  @Test
  void anAddressThatNoServerNamesIsNotInTheChain() {
    assertEquals(
        Chain.NAMES_OTHERS, read(arf(FIELDS.replace("198.51.100.9", "198.51.100.10"))).chain());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "4294967295, 4294967295"})
  void incidentsIsAnUnsigned32BitNumber(String written, long incidents) {
    assertEquals(incidents, read(arf(FIELDS + "Incidents: " + written + "\n")).incidents());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incidents: 4294967296",
        "Incidents: -1",
        "Incidents: many",
        "Source-Port: 65536",
        "Source-Port: 123456",
        "Source-Port:",
      })
  void aNumberThatIsNoneIsRefused(String line) {
    assertEquals("value", refusal(arf(FIELDS + line + "\n")));
  }

  @Test
  void sourcePortIsRead() {
    assertEquals(54321, read(arf(FIELDS + "Source-Port: 54321\n")).port());
  }

  @Test
  void oldSendersWriteAnOlderVersion() {
    read(arf(FIELDS.replace("Version: 1", "Version: 0.1")));
    assertEquals("version", refusal(arf(FIELDS.replace("Version: 1", "Version: 2"))));
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertEquals("value", refusal(arf(FIELDS.replace("23 Nov 2026", "31 Feb 9999"))));
  }

  @Test
  void anUnknownTypeIsAnotherOne() {
    assertEquals(About.OTHER, read(arf(FIELDS.replace(": abuse", ": miscategorized"))).about());
    assertEquals(About.NOT_SPAM, read(arf(FIELDS.replace(": abuse", ": Not-Spam"))).about());
  }

  @Test
  void aFailedAuthenticationSaysWhichOnce() {
    String fields = FIELDS.replace(": abuse", ": auth-failure");
    assertEquals("missing", refusal(arf(fields)));
    assertEquals(About.AUTH_FAILURE, read(arf(fields + "Auth-Failure: dkim\n")).about());
    assertEquals("twice", refusal(arf(fields + "Auth-Failure: dkim\nAuth-Failure: spf\n")));
  }

  @Test
  void theReportMayBeEncodedAndForwarded() {
    String encoded =
        arf()
            .replace(
                "Content-Type: message/feedback-report\n",
                "Content-Type: message/feedback-report\nContent-Transfer-Encoding: base64\n")
            .replace(
                FIELDS, java.util.Base64.getMimeEncoder().encodeToString(Samples.bytes(FIELDS)));
    assertEquals(read(arf()), read(encoded));
    String forwarded =
        """
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: text/plain

        see below
        --outer
        Content-Type: message/rfc822

        %s
        --outer--
        """
            .formatted(arf());
    assertEquals(Cidr.of("198.51.100.9"), read(forwarded).source());
  }
}
