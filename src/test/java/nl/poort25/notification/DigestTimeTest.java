package nl.poort25.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails of the morning go out on working days from 7:30 in Amsterdam, spread over an hour. */
class DigestTimeTest {
  private static final WorkingDayCalendar WEEK =
      day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

  @ParameterizedTest
  @CsvSource({
    // winter, summer, and the Monday after the clock was set
    "2026-12-01T06:29:59Z,",
    "2026-12-01T06:30:00Z, 2026-12-01T06:30:00Z",
    "2026-12-01T22:59:59Z, 2026-12-01T06:30:00Z",
    "2026-12-01T23:00:00Z,",
    "2026-07-01T05:30:00Z, 2026-07-01T05:30:00Z",
    "2026-03-30T05:29:59Z,",
    "2026-03-30T05:30:00Z, 2026-03-30T05:30:00Z",
    // a Saturday, a Sunday
    "2026-12-05T12:00:00Z,",
    "2026-12-06T12:00:00Z,",
  })
  void beginsOnTheMorningOfAWorkingDay(Instant now, Instant begin) {
    assertEquals(Optional.ofNullable(begin), DigestTime.begin(now, WEEK));
  }

  @Test
  void isSpreadEvenlyAndOverAfterAnHour() {
    var begin = Instant.parse("2026-12-01T06:30:00Z");
    long before = 0;
    for (int minute = 0; minute < 60; minute++) {
      var now = begin.plusSeconds(60L * minute);
      long after =
          LongStream.rangeClosed(1, 6000).filter(id -> DigestTime.isTurnOf(id, begin, now)).count();
      assertEquals(100, after - before, "in minute " + minute);
      before = after;
    }
    assertEquals(6000, before);
    assertTrue(DigestTime.isTurnOf(Long.MAX_VALUE, begin, begin.plusSeconds(3600)));
  }
}
