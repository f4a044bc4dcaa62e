package nl.poort25.abusereport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.poort25.abusereport.Samples.LIMITS;
import static nl.poort25.abusereport.Samples.arf;
import static nl.poort25.abusereport.Samples.bytes;
import static nl.poort25.abusereport.Samples.xarf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.abusereport.ParsedReport.ComplaintType;
import nl.poort25.abusereport.ParsedReport.Format;
import nl.poort25.abusereport.ReportUpload.Message;
import nl.poort25.it.Mutations;
import nl.poort25.network.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What providers, reporters and programs that forward send, each in its own way. */
@SuppressWarnings("StringConcatToTextBlock") // where a line ends is what is tried
class ReportShapesTest {
  private static final Map<String, byte[]> CASES = Mutations.named("abuse");
  private static final Cidr SOURCE = Cidr.of("192.0.2.9");
  private static final Instant REPORTED = Instant.parse("2026-11-26T09:11:12Z");

  private static List<Message> upload(byte[] file) {
    return ReportUpload.read(file, LIMITS).messages();
  }

  private static ParsedReport one(byte[] file) {
    var messages = upload(file);
    assertEquals(1, messages.size());
    assertNull(messages.get(0).refusal(), () -> messages.get(0).refusal().key());
    return messages.get(0).report();
  }

  private static String shown(ParsedReport report) {
    return report.notRead().isEmpty() ? "" : report.notRead().get(0).field();
  }

  /** Case, format, what it is about, source, moment, chain, what was not read. */
  static Stream<Arguments> cases() {
    var json = Instant.parse("2026-11-26T10:11:12Z");
    return Stream.of(
        Arguments.of(
            "v01-mixed-base64.eml",
            Format.ARF,
            ComplaintType.AUTH_FAILURE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v02-jmrp-sparse.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            null,
            null,
            ReceivedMatch.NONE,
            ""),
        Arguments.of(
            "v04-jmrp-old.eml",
            Format.PLAIN,
            ComplaintType.ABUSE,
            SOURCE,
            null,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v06-source-unknown.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            null,
            REPORTED,
            ReceivedMatch.NONE,
            "Source-IP: unknown"),
        Arguments.of(
            "v06c-source-redacted.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            null,
            REPORTED,
            ReceivedMatch.NONE,
            "Source-IP: [REDACTED]"),
        Arguments.of(
            "v09-bom.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v10-leading-blank.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v13-xarf3-mail.eml",
            Format.XARF,
            ComplaintType.ABUSE,
            SOURCE,
            json,
            ReceivedMatch.NONE,
            ""),
        Arguments.of(
            "v13f-xarf3.json",
            Format.XARF,
            ComplaintType.ABUSE,
            SOURCE,
            json,
            ReceivedMatch.NONE,
            ""),
        Arguments.of(
            "v14-arf-plus-json.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v18b-2digit.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v18e-cet.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v32a-exchange.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            SOURCE,
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""),
        Arguments.of(
            "v32e-o365-v6.eml",
            Format.ARF,
            ComplaintType.ABUSE,
            Cidr.of("2001:db8:25::9"),
            REPORTED,
            ReceivedMatch.NAMES_IT,
            ""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasRefusedOrMisreadIsTaken(
      String name,
      Format format,
      ComplaintType about,
      Cidr source,
      Instant reported,
      ReceivedMatch chain,
      String shown) {
    for (String text : List.of(text(name), text(name).replace("\n", "\r\n"))) {
      var report = one(bytes(text));
      assertEquals(format, report.format());
      assertEquals(about, report.about());
      assertEquals(source, report.source());
      assertEquals(reported, report.reportedAt());
      assertEquals(chain, report.chain());
      assertEquals(shown, shown(report));
    }
  }

  private static String text(String name) {
    return new String(CASES.get(name), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Test
  void severalInOneFileAreAllRead() {
    for (String name : List.of("v22c-nl.mbox", "v22f-noblank.mbox", "v13i-xarf4-lines.json")) {
      for (String text : List.of(text(name), text(name).replace("\n", "\r\n"))) {
        var messages = upload(bytes(text));
        assertEquals(2, messages.size(), name);
        messages.forEach(message -> assertNull(message.refusal(), name));
      }
    }
    assertEquals(
        List.of(SOURCE, Cidr.of("198.51.100.7")),
        upload(CASES.get("v22f-noblank.mbox")).stream().map(m -> m.report().source()).toList());
  }

  @Test
  void theAddressOfTheLastServerIsProposedWhereNoneIsNamed() {
    var sparse = one(CASES.get("v02-jmrp-sparse.eml"));
    assertEquals(
        SOURCE, ReceivedChain.of(Excerpt.original(sparse.excerpt())).nearest().orElseThrow());
    var pasted = one(bytes("Subject: spam\n\nHeaders:\nReceived: from x ([192.0.2.9])\n by y"));
    assertEquals(
        SOURCE, ReceivedChain.of(Excerpt.original(pasted.excerpt())).nearest().orElseThrow());
    for (String none :
        List.of("Subject: spam\n\nno headers", "Received: from x ([192.0.2.9])\n\nx")) {
      var report = one(bytes(none));
      assertTrue(ReceivedChain.of(Excerpt.original(report.excerpt())).nearest().isEmpty(), none);
    }
  }

  /** Whatever line ends and empty lines a program leaves around it. */
  @Test
  void theSameReportIsOne() {
    for (String report : List.of(arf(), xarf(), "Geachte heer,\n\nu stuurt spam.\n")) {
      String digest = upload(bytes(report)).get(0).digest();
      for (String other :
          List.of(
              report.replace("\n", "\r\n"),
              report.replace("\n", "\r\n") + "\r\n\r\n",
              "\n\n" + report,
              "\u00ef\u00bb\u00bf" + report.strip())) {
        assertEquals(digest, upload(bytes(other)).get(0).digest());
      }
      assertFalse(digest.equals(upload(bytes(report.replace("e", "a"))).get(0).digest()));
    }
    String mailbox = "From x\n" + arf() + "\nFrom y\r\n" + arf().replace("\n", "\r\n") + "\r\n";
    var messages = upload(bytes(mailbox));
    assertEquals(messages.get(0).digest(), messages.get(1).digest());
  }

  /** Variants of mailbox files: mboxo, mboxrd, with and without dates and empty lines. */
  @Test
  void mailboxesOfEveryProgramAreTakenApart() {
    String dated = "From fbl@reporter.example Thu Nov 26 10:11:12 2026\n";
    for (String from :
        List.of(
            dated,
            "From fbl@reporter.example Thu Nov  6 10:11:12 2026\n",
            "From fbl@reporter.example  Thu Nov 26 10:11:12 2026 +0100\n",
            "From MAILER-DAEMON Thu Nov 26 10:11:12 2026\r\n",
            "From - Thu Nov 26 10:11:12 2026\n",
            "From \"f b\"@reporter.example Thu Nov 26 10:11 CET 2026\n")) {
      String file =
          from + arf() + from + arf(Samples.FIELDS + "Incidents: 2\n") + "\n" + from + arf();
      var messages = upload(bytes(file));
      assertEquals(3, messages.size(), from);
      messages.forEach(message -> assertEquals(List.of(), message.report().notRead(), from));
    }
    String rd =
        dated
            + "Subject: a\n\n>From x\n>>From y\n> From z\nFrom here on\n\nFrom all of us\n\nbye\n";
    var report = one(bytes(rd));
    assertTrue(
        report
            .excerpt()
            .contains("\nFrom x\n>From y\n> From z\nFrom here on\n\nFrom all of us\n\nbye"),
        report.excerpt());
    var letter = one(bytes("From the desk of nobody\n\nYou send spam.\n"));
    assertTrue(letter.excerpt().contains("From the desk of nobody"));
  }

  @Test
  void whatStandsBehindTheEndIsSaid() {
    String two = arf() + arf(Samples.FIELDS + "Incidents: 2\n");
    var report = one(bytes(two));
    var rest = report.notRead().get(0);
    assertNull(rest.field());
    assertEquals(arf(Samples.FIELDS + "Incidents: 2\n").strip().length(), rest.bytes());
    assertEquals(1 + arf().lines().count(), rest.line());
    assertEquals(List.of(), one(bytes(arf() + "\n \r\n\n")).notRead());
  }

  @Test
  void jsonIsReadObjectByObject() {
    String compact = xarf().replaceAll("\\s*\\n\\s*", "");
    for (String file :
        List.of(
            compact + "\n" + compact.replace(".9\"", ".10\""),
            "[" + compact + ",\n" + compact.replace(".9\"", ".10\"") + "]\n",
            xarf() + xarf().replace(".9\"", ".10\""),
            "\u00ef\u00bb\u00bf\n" + compact + compact.replace(".9\"", ".10\""))) {
      assertEquals(
          List.of(Cidr.of("198.51.100.9"), Cidr.of("198.51.100.10")),
          upload(bytes(file)).stream().map(message -> message.report().source()).toList());
    }
    String cut =
        compact + "\n" + compact.substring(0, 200) + "\n" + compact + "\nrubbish\n" + compact;
    assertEquals(
        List.of("", "json", "", "json", ""),
        upload(bytes(cut)).stream()
            .map(m -> m.refusal() == null ? "" : m.refusal().key().replaceFirst(".*\\.", ""))
            .toList());
  }

  private static String mail(String type, String body) {
    return "Received: from out.reporter.example ([198.51.100.5]) by mx.isp.example; Thu, 26 Nov 2026 11:00:00 +0100\n"
        + "From: fbl@reporter.example\nSubject: abuse\nMIME-Version: 1.0\nContent-Type: "
        + type
        + "\n\n"
        + body;
  }

  private static final String ORIGINAL =
      "Received: from mail.klant.example (mail.klant.example [192.0.2.9])\n"
          + "\tby mx.reporter.example; Thu, 26 Nov 2026 10:11:12 +0100\n"
          + "Subject: Offer\nDate: Thu, 26 Nov 2026 10:11:10 +0100\n";

  @Test
  void feedbackIsFoundInAnyMultipart() {
    for (String multipart :
        List.of(
            "multipart/report; report-type=\"feedback-report\"; boundary=b",
            "multipart/report; boundary=b",
            "Multipart/Mixed;\n boundary=\"b\"",
            "multipart/related; boundary=b")) {
      for (String original :
          List.of(
              "message/rfc822\n\n" + ORIGINAL + "\nx\n",
              "text/rfc822-headers; charset=utf-8\n\n" + ORIGINAL,
              "message/rfc822-headers\n\n\n" + ORIGINAL)) {
        String body =
            "--b\nContent-Type: Message/Feedback-Report\n\nfeedback-type: Abuse\nUser-Agent: x\n\n"
                + "Source-Ip: 192.0.2.9\n--b\nContent-Type: "
                + original
                + "--b--\n";
        var report = one(bytes(mail(multipart, body)));
        assertEquals(SOURCE, report.source(), multipart + original);
        assertEquals(ReceivedMatch.NAMES_IT, report.chain(), multipart + original);
        assertEquals(ComplaintType.ABUSE, report.about());
      }
    }
  }

  @Test
  void jsonBesideFeedbackIsNoReportUnlessItIsXarf() {
    String feedback =
        "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: xarf\nVersion: 1\n";
    String json = "--b\nContent-Type: application/json; name=xarf.json\n\n";
    var xarf =
        one(bytes(mail("multipart/report; boundary=b", feedback + json + xarf() + "--b--\n")));
    assertEquals(Format.XARF, xarf.format());
    assertEquals(Cidr.of("198.51.100.9"), xarf.source());
    assertEquals(Instant.parse("2026-11-26T10:00:00Z"), xarf.arrivedAt());
    var both =
        one(
            bytes(
                mail(
                    "multipart/report; boundary=b",
                    feedback + "Source-IP: 192.0.2.9\n" + json + xarf() + "--b--\n")));
    assertEquals(SOURCE, both.source());
    for (String other :
        List.of("{\"ticket\": 1}", "{broken", "[1, 2]", "{\"n\": " + "9".repeat(1101) + "}")) {
      var arf =
          one(
              bytes(
                  mail(
                      "multipart/report; boundary=b", json + other + "\n" + feedback + "--b--\n")));
      assertEquals(Format.ARF, arf.format());
      var plain =
          one(
              bytes(
                  mail(
                      "multipart/mixed; boundary=b",
                      "--b\n\nspam\n" + json + other + "\n--b--\n")));
      assertEquals(Format.PLAIN, plain.format(), other);
    }
    assertEquals(Format.XARF, one(bytes(mail("application/xarf+json", xarf()))).format());
    assertEquals(Format.XARF, one(bytes(mail("text/plain", xarf()))).format());
  }

  /** X-ARF 0.1 and 0.2, as hosts that count failed logins still send it. */
  @Test
  void linesOfTheFirstXarfAreRead() {
    String lines =
        "--b\nContent-Type: text/plain\n\nDear abuse team\n--b\nContent-Type: text/plain; charset=utf8; name=\"report.txt\"\n\n"
            + "---\nReported-From: a@reporter.example\nCategory: abuse\nReport-Type: spam\nService: smtp\nVersion: 0.2\n"
            + "Date: Thu, 26 Nov 2026 10:11:12 +0100\nSource-Type: ip-address\nSource: '192.0.2.9'\nOccurrences: 3\n"
            + "--b\nContent-Type: text/rfc822-headers\n\n"
            + ORIGINAL
            + "--b--\n";
    var report = one(bytes("X-XARF: PLAIN\n" + mail("multipart/mixed; boundary=b", lines)));
    assertEquals(Format.XARF, report.format());
    assertEquals(ComplaintType.ABUSE, report.about());
    assertEquals(SOURCE, report.source());
    assertEquals(3, report.incidents());
    assertEquals(REPORTED, report.reportedAt());
    assertEquals(ReceivedMatch.NAMES_IT, report.chain());
  }

  @Test
  void aPlainComplaintIsKeptWithWhatItSays() {
    String words = "Beste provider,\n\nik krijg sp=E9m van 192.0.2.9.\n";
    var written =
        one(
            bytes(
                mail(
                    "text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
                    words)));
    assertEquals(Format.PLAIN, written.format());
    assertEquals(ComplaintType.OTHER, written.about());
    assertNull(written.source());
    assertTrue(written.excerpt().contains("ik krijg sp\u00e9m van 192.0.2.9."), written.excerpt());
    assertTrue(written.excerpt().contains("From: fbl@reporter.example"), written.excerpt());
    assertEquals(Instant.parse("2026-11-26T10:00:00Z"), written.arrivedAt());

    var passed =
        one(
            bytes(
                mail(
                    "multipart/mixed; boundary=b",
                    "--b\nContent-Type: text/html\n\n<p>See</p> below\n--b\nContent-Type: message/rfc822\n\n"
                        + ORIGINAL
                        + "\nx\n--b--\n")));
    assertEquals(Instant.parse("2026-11-26T09:11:12Z"), passed.receivedAt());
    assertEquals(Instant.parse("2026-11-26T09:11:10Z"), passed.messageAt());
    assertTrue(passed.excerpt().contains("See"), passed.excerpt());
    assertTrue(passed.excerpt().contains("Received: from mail.klant.example"), passed.excerpt());

    var text = one("Geachte heer, u stuurt sp\u00e9m".getBytes(UTF_8));
    assertTrue(text.excerpt().contains("sp\u00e9m"), text.excerpt());
  }

  @Test
  void partsThatAreEncodedBadlyAreSaidToBe() {
    String body =
        "--b\nContent-Type: message/feedback-report\nContent-Transfer-Encoding: base64\n\n"
            + "U291cmNlLUlQOiAxOTIuMC4yLjkK!!\n--b--\n";
    var report = one(bytes(mail("multipart/report; boundary=b", body)));
    assertEquals(SOURCE, report.source());
    assertEquals("Content-Transfer-Encoding: base64", shown(report));
  }

  /** 990 of 1,000 are taken, and 10 named. */
  @Test
  void tenBadOnesOfAThousandAreNamed() {
    var messages = upload(bytes(Samples.thousand()));
    assertEquals(1000, messages.size());
    for (var message : messages) {
      boolean bad = message.number() % 100 == 0;
      assertEquals(bad, message.report() == null, () -> "message " + message.number());
    }
  }
}
