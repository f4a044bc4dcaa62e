package nl.poort25.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.poort25.text.LocalizedTexts;

/** The text of an abuse report (ARF, RFC 5965) of the demo world. */
final class DemoAbuseReport {
  private DemoAbuseReport() {}

  static String text(String address, Instant happened) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            happened.truncatedTo(ChronoUnit.SECONDS).atZone(LocalizedTexts.ZONE));
    return """
    From: Feedback loop <fbl@mailboer.example>
    Subject: Spam report
    Content-Type: multipart/report; report-type=feedback-report; boundary="part"

    --part
    Content-Type: text/plain

    A user of ours says that this is spam.

    --part
    Content-Type: message/feedback-report

    Feedback-Type: abuse
    User-Agent: Mailboer/2.1
    Version: 1
    Arrival-Date: %2$s
    Source-IP: %1$s

    --part
    Content-Type: text/rfc822-headers

    Received: from mail.molenwiek.example (mail.molenwiek.example [%1$s])
    \tby mx1.mailboer.example; %2$s
    Date: %2$s
    Subject: Gefeliciteerd

    --part--
    """
        .formatted(address, date);
  }
}
