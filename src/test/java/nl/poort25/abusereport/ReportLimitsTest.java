package nl.poort25.abusereport;

import static nl.poort25.abusereport.Samples.LIMITS;
import static nl.poort25.abusereport.Samples.arf;
import static nl.poort25.abusereport.Samples.bytes;
import static nl.poort25.abusereport.Samples.read;
import static nl.poort25.abusereport.Samples.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import nl.poort25.setting.Settings;
import nl.poort25.web.MalformedInput;
import org.junit.jupiter.api.Test;

/** Each limit at its edge, and time that grows with the size alone. */
class ReportLimitsTest {
  @Test
  void theDefaultsAreThoseOfTheSettings() {
    assertEquals(LIMITS, ReportLimits.of(new Settings(key -> Optional.empty())));
  }

  @Test
  void aReportIsAtMostSoLarge() {
    String report = arf();
    read(report, new ReportLimits(report.length(), 20, 4, 1));
    assertEquals("too-large", refusal(report, new ReportLimits(report.length() - 1, 20, 4, 1)));
  }

  @Test
  void atMostSoManyPartsAreLookedAt() {
    // the message and its three parts
    read(arf(), new ReportLimits(100_000, 4, 4, 1));
    assertEquals("too-many-parts", refusal(arf(), new ReportLimits(100_000, 3, 4, 1)));
    String many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(200_000);
    assertEquals("too-many-parts", refusal(many, new ReportLimits(2_000_000, 20, 4, 1)));
  }

  @Test
  void partsWithinPartsAreLookedAtSoDeep() {
    read(arf(), new ReportLimits(100_000, 20, 1, 1));
    assertEquals("too-deep", refusal(arf(), new ReportLimits(100_000, 20, 0, 1)));
    var nested = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
    }
    assertEquals("too-deep", refusal(nested.toString()));
  }

  /**
   * Closed: what a complaint passes on is looked into only for a report that somebody forwarded.
   */
  @Test
  void aPassedOnMessageWithTooMuchInItIsNotLookedInto() {
    String deep = "Content-Type: message/rfc822\n\n".repeat(10_000) + Samples.HEADERS;
    assertEquals(ParsedReport.Format.PLAIN, read(deep).format());
    String many = "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\na\n".repeat(50);
    var report = read("Content-Type: message/rfc822\n\n" + Samples.HEADERS.strip() + "\n" + many);
    assertEquals(ParsedReport.Format.PLAIN, report.format());
    assertNotNull(report.receivedAt());
  }

  @Test
  void whatIsInsideTheReportedMessageIsNotLookedAt() {
    String nested =
        "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\nContent-Type: a/b\n\n".repeat(500);
    assertNotNull(read(arf(Samples.FIELDS, "message/rfc822", Samples.HEADERS + nested)).source());
  }

  @Test
  void headersHaveAnEnd() {
    assertEquals("headers", refusal("X: y\n".repeat(1001) + arf()));
    assertEquals("headers", refusal("X: " + "y".repeat(20_000) + "\n" + arf()));
    assertEquals("headers", refusal("X: y\n" + " y\n".repeat(20_000) + arf()));
  }

  @Test
  void nothingIsRefusedAndSoIsTheFileOfAProgram() {
    assertEquals("empty", refusal(" \r\n "));
    assertEquals("boundary", refusal("Content-Type: multipart/report\n\nx"));
    assertEquals(
        "boundary", refusal("Content-Type: Multipart/report; boundary=a\n\n--b\n\nx\n--b--"));
    assertEquals("no-text", refusal("\u00d0\u00cf\u0011\u00e0" + "\0a\1".repeat(100)));
    assertEquals("no-text", refusal("PK\3\4\24\0\10\10\10\0"));
  }

  @Test
  void aMegabyteOfAnythingTakesNoTime() {
    int size = 1_000_000;
    for (String unit :
        new String[] {
          "(", "[", "\"", "--", "=", ";", "\n", " \n", "a:", "From ", "\n\nFrom ", "{"
        }) {
      String much = unit.repeat(size / unit.length());
      for (String text :
          new String[] {
            much,
            "Content-Type: " + much,
            "Content-Type: multipart/mixed; boundary=-\n\n" + much,
            arf(Samples.FIELDS + much),
            arf(Samples.FIELDS, "message/rfc822", "Received: " + much)
          }) {
        assertTimeout(Duration.ofSeconds(5), () -> tryToRead(text), unit);
      }
    }
  }

  private static void tryToRead(String text) {
    try {
      ReportUpload.read(bytes(text), BIG);
    } catch (MalformedInput e) {
      assertTrue(e.text().key().startsWith("abuse.report.refused."));
    }
  }

  private static final ReportLimits BIG = new ReportLimits(2_000_000, 20, 4, 2_000_000);

  @Test
  void aMailboxIsTakenApart() {
    String mailbox =
        "From fbl@x Mon Nov 23 09:12:44 2026\n"
            + arf()
            + "\nFrom fbl@x Mon Nov 23 09:12:45 2026\n"
            + "Subject: no report\n\n>From here on\n"
            + "\nFrom fbl@x Mon Nov 23 09:12:46 2026\n"
            + arf(Samples.FIELDS + "Incidents: 9\n");
    var messages = ReportUpload.read(bytes(mailbox), LIMITS).messages();
    assertEquals(3, messages.size());
    assertEquals(1, messages.get(0).report().incidents());
    assertEquals(ParsedReport.Format.PLAIN, messages.get(1).report().format());
    assertTrue(messages.get(1).report().excerpt().contains("\n\nFrom here on"));
    assertEquals(9, messages.get(2).report().incidents());
  }

  @Test
  void aMailboxHasAtMostSoManyReports() {
    String mailbox = "From x\nSubject: a\n\nb\n\n".repeat(3);
    assertEquals(
        3, ReportUpload.read(bytes(mailbox), new ReportLimits(1000, 3, 2, 3)).messages().size());
    var refused =
        assertThrows(
            MalformedInput.class,
            () -> ReportUpload.read(bytes(mailbox), new ReportLimits(1000, 3, 2, 2)));
    assertTrue(refused.text().key().endsWith("too-many"));
  }

  @Test
  void whatStaffSeesIsPrintableAndBounded() {
    String rubbish = "Subject: \u0000\u001b[31m\u202e" + "x".repeat(15_000) + "\n";
    var report = read(arf(Samples.FIELDS + rubbish + rubbish + rubbish));
    assertTrue(report.excerpt().length() <= Excerpt.LONGEST);
    assertTrue(
        report.excerpt().chars().noneMatch(c -> (c < 32 && c != '\n') || c == 0x202e || c == 127));
  }
}
