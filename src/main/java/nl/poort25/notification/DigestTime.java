package nl.poort25.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.poort25.text.LocalizedTexts;

/**
 * When the mail of the morning goes out: on working days, spread over an hour, so that neither the
 * mail server nor those who open it come all at once.
 */
final class DigestTime {
  static final LocalTime BEGINS = LocalTime.of(7, 30);
  private static final Duration SPREAD = Duration.ofHours(1);

  private DigestTime() {}

  /** Since when mails of this day go out; empty before that, and on other days. */
  static Optional<Instant> begin(Instant now, WorkingDayCalendar calendar) {
    var local = ZonedDateTime.ofInstant(now, LocalizedTexts.ZONE);
    var begin = local.toLocalDate().atTime(BEGINS).atZone(LocalizedTexts.ZONE);
    return calendar.isWorkingDay(local.toLocalDate()) && !local.isBefore(begin)
        ? Optional.of(begin.toInstant())
        : Optional.empty();
  }

  /** Whether it is that account's turn, of those of the day that began then. */
  static boolean isTurnOf(long accountId, Instant begin, Instant now) {
    // neighbours by number are not neighbours by time
    long share = Math.floorMod(accountId * 37, SPREAD.toMinutes());
    return !now.isBefore(begin.plus(Duration.ofMinutes(share)));
  }
}
