package nl.poort25.abusereport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nl.poort25.web.MalformedInput;

/** Reports for tests. The complainant is everywhere that a complainant shows in real ones. */
public final class Samples {
  static final ReportLimits LIMITS = new ReportLimits(1024 * 1024, 20, 4, 1000);

  /** No page and no mail of the partner has any of these. */
  public static final List<String> COMPLAINANT =
      List.of("klager", "Klager", "klacht.example", "a2xhZ2Vy");

  public static final String FIELDS =
      """
      Feedback-Type: abuse
      User-Agent: SomeGenerator/1.0
      Version: 1
      Original-Mail-From: <bounce+klager=klacht.example@verp.example>
      Original-Rcpt-To: <klager@klacht.example>
      Arrival-Date: Mon, 23 Nov 2026 08:58:02 +0100 (CET)
      Reporting-MTA: dns; mail.klacht.example
      Source-IP: 198.51.100.9
      Removal-Recipient: klager@klacht.example
      Reported-URI: mailto:klager@klacht.example
      """;

  static final String HEADERS =
      """
      Return-Path: <bounce+klager=klacht.example@verp.example>
      Delivered-To: klager@klacht.example
      X-Original-To: klager@klacht.example
      Received: from mail.zeil.example (mail.zeil.example [198.51.100.9])
      \tby mail.klacht.example for <klager@klacht.example>; Mon, 23 Nov 2026 08:58:03 +0100
      From: "Klager" <klager@klacht.example>
      To: "K. Klager" <klager@klacht.example>
      Cc: klager@klacht.example
      Subject: K. Klager, u heeft gewonnen
      Date: Mon, 23 Nov 2026 08:57:55 +0100
      Message-ID: <a2xhZ2Vy.klager=klacht.example@zeil.example>
      List-Unsubscribe: <https://zeil.example/u?r=klager@klacht.example>
      X-Mailer: for klager@klacht.example
      """;

  private Samples() {}

  public static String arf(String fields) {
    return arf(fields, "message/rfc822", HEADERS + "\nBeste klager@klacht.example, klik.\n");
  }

  public static String arf(String fields, String thirdType, String third) {
    return """
    Received: from fbl.mailbox.example ([203.0.113.9])
    \tby abuse.provider.example; Mon, 23 Nov 2026 09:12:44 +0100
    From: Feedback loop <fbl@mailbox.example>
    Subject: FW: klager@klacht.example
    Content-Type: multipart/report; report-type=feedback-report;
    \tboundary="part-1"

    --part-1
    Content-Type: text/plain

    This is a report of klager@klacht.example.

    --part-1
    Content-Type: message/feedback-report

    %s
    --part-1
    Content-Type: %s

    %s
    --part-1--
    """
        .formatted(fields, thirdType, third);
  }

  public static String arf() {
    return arf(FIELDS);
  }

  public static String xarf() {
    return """
    {
      "xarf_version": "4.0.0",
      "report_id": "a1b2c3d4-e5f6-4890-abcd-ef1234567890",
      "timestamp": "2026-11-23T07:58:02Z",
      "reporter": {"org": "Klager", "contact": "klager@klacht.example", "domain": "klacht.example"},
      "sender": {"org": "Klager", "contact": "klager@klacht.example", "domain": "klacht.example"},
      "source_identifier": "198.51.100.9",
      "source_port": 54321,
      "category": "messaging",
      "type": "spam",
      "protocol": "smtp",
      "smtp_from": "klager@klacht.example",
      "evidence": [{"content_type": "message/rfc822", "payload": "a2xhZ2VyQGtsYWNodC5leGFtcGxl"}]
    }
    """;
  }

  /**
   * A mailbox file of 1,000 reports, of which each hundredth cannot be read, and none by the same
   * cause.
   */
  public static String thousand() {
    String[] bad = {
      "",
      "{\"xarf_version\": ",
      "{\"ticket\": 1}",
      "{\"xarf_version\": \"9\"}",
      "X: y\n".repeat(1001),
      "X: " + "y".repeat(20_000),
      "Content-Type: multipart/report\n\nx",
      "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\na\n".repeat(30),
      "Subject: x\n\0\1\2\3\4\5\6\7",
      "{\"a\":" + "[".repeat(2000)
    };
    var file = new StringBuilder();
    for (int i = 1; i <= 1000; i++) {
      file.append("From fbl@reporter.example Thu Nov 26 10:11:12 2026\n")
          .append(i % 100 == 0 ? bad[i / 100 - 1] : arf(FIELDS + "X-Number: " + i + "\n"))
          .append("\n\n");
    }
    return file.toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  public static ParsedReport read(String text) {
    return read(text, LIMITS);
  }

  public static ParsedReport read(String text, ReportLimits limits) {
    return new ReportReader(limits).read(bytes(text));
  }

  /** The last part of the key of the text that says why it was refused. */
  static String refusal(String text) {
    return refusal(text, LIMITS);
  }

  static String refusal(String text, ReportLimits limits) {
    var refused = assertThrows(MalformedInput.class, () -> read(text, limits));
    return refused.text().key().replace("abuse.report.refused.", "");
  }
}
