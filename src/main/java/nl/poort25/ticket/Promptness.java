package nl.poort25.ticket;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import nl.poort25.web.Text;

/**
 * How fast the requests of the last days were dealt with.
 *
 * @param dealtWith how many there were
 * @param onTime how many of these kept every term that they had (4.9)
 * @param median from receipt to the end, all hours counted; null where there were none
 */
record Promptness(long dealtWith, long onTime, Duration median) {
  static final int DAYS = 90;

  /** Rounded down: what is not all of them is never shown as all. */
  BigDecimal percentage() {
    return BigDecimal.valueOf(100 * onTime)
        .divide(BigDecimal.valueOf(dealtWith), 1, RoundingMode.FLOOR);
  }

  Text text() {
    return dealtWith == 0
        ? Text.of("ticket.prompt.none", DAYS)
        : Text.of("ticket.prompt", DAYS, dealtWith, percentage(), took());
  }

  private Text took() {
    return median.toHours() < 48
        ? Text.of("ticket.prompt.hours", median.toHours(), median.toMinutesPart())
        : Text.of("ticket.prompt.days", median.toDays(), median.toHoursPart());
  }
}
