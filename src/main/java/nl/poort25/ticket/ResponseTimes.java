package nl.poort25.ticket;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import nl.poort25.text.Text;

/**
 * Statistics of the last 90 days: how many requests were answered in time, how many are late, and
 * the median time.
 *
 * @param dealtWith how many were answered, or were withdrawn after a term was missed
 * @param onTime how many of these kept every term that they had (4.9)
 * @param late how many wait still, and are late or have missed a term
 * @param median from receipt to the end, all hours counted; null where there were none
 */
record ResponseTimes(long dealtWith, long onTime, long late, Duration median) {
  static final int DAYS = 90;

  /** The same with as many that wait. */
  ResponseTimes with(long waiting) {
    return new ResponseTimes(dealtWith, onTime, waiting, median);
  }

  /** Rounded down: what is not all of them is never shown as all. */
  BigDecimal percentage() {
    return BigDecimal.valueOf(100 * onTime)
        .divide(BigDecimal.valueOf(dealtWith + late), 1, RoundingMode.FLOOR);
  }

  Text text() {
    if (dealtWith == 0) {
      return late == 0
          ? Text.of("ticket.prompt.none", DAYS)
          : Text.of("ticket.prompt.late-only", DAYS, late);
    }
    var all = Text.of("ticket.prompt", DAYS, dealtWith + late, percentage(), took());
    return late == 0 ? all : Text.of("ticket.prompt.late", all, late);
  }

  private Text took() {
    return median.toHours() < 48
        ? Text.of("ticket.prompt.hours", median.toHours(), median.toMinutesPart())
        : Text.of("ticket.prompt.days", median.toDays(), median.toHoursPart());
  }
}
