package nl.poort25.abusereport;

import static nl.poort25.abusereport.Samples.FIELDS;
import static nl.poort25.abusereport.Samples.HEADERS;
import static nl.poort25.abusereport.Samples.arf;
import static nl.poort25.abusereport.Samples.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;
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
    assertEquals(ComplaintType.ABUSE, report.about());
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertNull(report.port());
    assertEquals(ReceivedMatch.NAMES_IT, report.chain());
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

  /** What the RFC demands, and the largest senders leave out. */
  @ParameterizedTest
  @ValueSource(strings = {"Feedback-Type", "User-Agent", "Version"})
  void whatIsDemandedMayBeMissing(String field) {
    String line = FIELDS.lines().filter(l -> l.startsWith(field)).findFirst().orElseThrow() + "\n";
    var report = read(arf(FIELDS.replace(line, "")));
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertEquals(List.of(), report.notRead());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Source-IP: 198.51.100.9 | Source-IP: 198.51.100.10",
        "Arrival-Date: Mon, 23 Nov 2026 08:58:02 +0100 | Arrival-Date: Mon, 23 Nov 2026 09:58:02 +0100",
        "Incidents: 2 | Incidents: 3",
        "Source-Port: 25 | Source-Port: x"
      })
  void aFieldThatSaysTwoThingsSaysNothing(String one, String other) {
    String name = one.substring(0, one.indexOf(':'));
    String without =
        String.join("\n", FIELDS.lines().filter(l -> !l.startsWith(name)).toList()) + "\n";
    String twice = without + one + "\n" + one.toUpperCase(Locale.ROOT) + "\n";
    assertEquals(List.of(), read(arf(twice)).notRead(), "the same twice");
    var report = read(arf(without + one + "\n" + other + "\n"));
    assertEquals(
        name + ": " + one.substring(name.length() + 2) + " / " + other.substring(name.length() + 2),
        report.notRead().get(0).field());
  }

  @Test
  void arrivalDateAndReceivedDateSayOneThing() {
    String received = "Received-Date: Mon, 23 Nov 2026 08:58:02 +0100\n";
    var moment = Instant.parse("2026-11-23T07:58:02Z");
    assertEquals(moment, read(arf(FIELDS + received)).reportedAt());
    var report = read(arf(FIELDS.replace("Arrival-Date", "Received-Date")));
    assertEquals(moment, report.reportedAt());
    var differs = read(arf(FIELDS + received.replace("08", "07")));
    assertNull(differs.reportedAt());
    assertEquals(2, differs.notRead().size());
  }

  @Test
  void theThirdPartMayBeMissingOrOfAnotherKind() {
    String whole = arf();
    int third = whole.lastIndexOf("--part-1\nContent-Type: message/rfc822");
    for (String text :
        List.of(whole.substring(0, third) + "--part-1--\n", arf(FIELDS, "text/html", "<p>"))) {
      var report = read(text);
      assertEquals(Cidr.of("198.51.100.9"), report.source());
      assertEquals(ReceivedMatch.NONE, report.chain());
      assertNull(report.receivedAt());
    }
  }

  @Test
  void theThirdPartMayBeHeadersOnly() {
    assertEquals(read(arf()), read(arf(FIELDS, "text/rfc822-headers", HEADERS)));
  }

  @Test
  void withoutAPartThatIsTheReportItIsAPlainComplaint() {
    var report = read(arf().replace("message/feedback-report", "text/plain"));
    assertEquals(Format.PLAIN, report.format());
    assertNull(report.source());
    assertEquals(Instant.parse("2026-11-23T07:58:03Z"), report.receivedAt());
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
  @ValueSource(
      strings = {
        "mail.example.nl",
        "198.51.100.0/24",
        "localhost",
        "1",
        "::1%eth0",
        "unknown",
        "[REDACTED]",
        "x.x.x.x",
        "198.51.100.9, 203.0.113.1",
        "198.51.100.9:70000",
        "\"198.51.100.9"
      })
  void whatIsNoAddressIsShownAndTheRestIsKept(String written) {
    var report = read(arf(FIELDS.replace("Source-IP: 198.51.100.9", "Source-IP: " + written)));
    assertNull(report.source());
    assertEquals(List.of(UnparsedPart.field("Source-IP", written)), report.notRead());
    assertEquals(Instant.parse("2026-11-23T07:58:02Z"), report.reportedAt());
    assertEquals(ReceivedMatch.NONE, report.chain());
  }

  @Test
  void anEmptyFieldIsShownToo() {
    var report = read(arf(FIELDS.replace("Source-IP: 198.51.100.9", "Source-IP:")));
    assertEquals("Source-IP:", report.notRead().get(0).field());
  }

  @Test
  void aPortBehindTheAddressIsItsPort() {
    var report = read(arf(FIELDS.replace("198.51.100.9", "198.51.100.9:54321")));
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertEquals(54321, report.port());
    assertEquals(
        25,
        read(arf(FIELDS.replace("198.51.100.9", "198.51.100.9:54321") + "Source-Port: 25\n"))
            .port());
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
    assertEquals(ReceivedMatch.NONE, report.chain());
  }

  @Test
  void anAddressThatNoServerNamesIsNotInTheChain() {
    assertEquals(
        ReceivedMatch.NAMES_OTHERS,
        read(arf(FIELDS.replace("198.51.100.9", "198.51.100.10"))).chain());
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
        "Version: 2"
      })
  void aNumberThatIsNoneIsShownAndTheRestIsKept(String line) {
    String fields = line.startsWith("Version") ? FIELDS.replace("Version: 1\n", "") : FIELDS;
    var report = read(arf(fields + line + "\n"));
    assertEquals(List.of(line), report.notRead().stream().map(UnparsedPart::field).toList());
    assertEquals(1, report.incidents());
    assertNull(report.port());
  }

  @Test
  void sourcePortIsRead() {
    assertEquals(54321, read(arf(FIELDS + "Source-Port: 54321\n")).port());
  }

  @Test
  void oldSendersWriteAnOlderVersion() {
    assertEquals(List.of(), read(arf(FIELDS.replace("Version: 1", "Version: 0.1"))).notRead());
  }

  @Test
  void aDateThatIsNoneIsShownAndTheRestIsKept() {
    var report = read(arf(FIELDS.replace("23 Nov 2026", "31 Feb 2026")));
    assertNull(report.reportedAt());
    assertEquals(Cidr.of("198.51.100.9"), report.source());
    assertEquals(1, report.notRead().size());
  }

  @Test
  void anUnknownTypeIsAnotherOne() {
    assertEquals(
        ComplaintType.OTHER, read(arf(FIELDS.replace(": abuse", ": miscategorized"))).about());
    assertEquals(
        ComplaintType.NOT_SPAM, read(arf(FIELDS.replace(": abuse", ": Not-Spam"))).about());
  }

  @Test
  void aFailedAuthenticationNeedNotSayWhich() {
    String fields = FIELDS.replace(": abuse", ": auth-failure");
    assertEquals(ComplaintType.AUTH_FAILURE, read(arf(fields)).about());
    assertEquals(ComplaintType.AUTH_FAILURE, read(arf(fields + "Auth-Failure: dkim\n")).about());
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
