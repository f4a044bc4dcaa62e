package nl.poort25.abusereport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 26 Nov 2026 10:11:12 +0100",
        "Thu, 26 Nov 2026 10:11:12 +01:00",
        "26 Nov 2026 10:11:12 +0100 (CET)",
        "Thu, 26 Nov 26 10:11:12 +0100",
        "Thu, 26 Nov 126 10:11:12 +0100",
        "Thu, 26 Nov 2026 10:11:12 CET",
        "Thu, 26 Nov 2026 10:11:12 cest (not really)",
        "Thu, 26 Nov 2026 09:11:12 GMT",
        "Thu, 26 Nov 2026 09:11:12 Z",
        "Thu, 26 Nov 2026 04:11:12 EST",
        "Thu 26 Nov 2026 10:11:12 +0100",
        "Thursday, 26-Nov-26 10:11:12 +0100",
        "Wed,\t26 November 2026\r\n 10:11:12 +0100",
        "26 nov 2026 9:11:12.25 -0000"
      })
  void isReadHoweverItIsWritten(String written) {
    String expected = written.contains("cest") ? "2026-11-26T08:11:12Z" : "2026-11-26T09:11:12Z";
    assertEquals(Optional.of(Instant.parse(expected)), MailDate.ofMail(written));
  }

  @Test
  void aLeapSecondIsTheOneBefore() {
    assertEquals(
        Optional.of(Instant.parse("2026-11-26T09:11:59Z")),
        MailDate.ofMail("Thu, 26 Nov 2026 10:11:60 +0100"));
  }

  @Test
  void theLastCenturyIsWrittenInTwoDigitsToo() {
    assertEquals(
        Optional.of(Instant.parse("1999-11-26T09:11:00Z")),
        MailDate.ofMail("26 Nov 99 10:11 +0100"));
  }

  /** An hour more or less is another holder: a zone that is not known makes it no date. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 26 Nov 2026 10:11:12",
        "Thu, 26 Nov 2026 10:11:12 IST",
        "Thu, 26 Nov 2026 10:11:12 XYZ",
        "Thu, 26 Nov 2026 10:11:12 +9999",
        "Thu, 26 Nov 2026 10:11:61 +0100",
        "Thu, 26 Nov 2026 25:11:12 +0100",
        "Tue, 31 Feb 2026 10:11:12 +0100",
        "Thu, 26 Nom 2026 10:11:12 +0100",
        "Thu, 26 Nov 2226 10:11:12 +0100",
        "Thu, 0 Nov 2026 10:11:12 +0100",
        "Thu Nov 26 10:11:12 2026",
        "yesterday",
        ""
      })
  void whatIsNoneIsNothing(String written) {
    assertEquals(Optional.empty(), MailDate.ofMail(written));
  }
}
