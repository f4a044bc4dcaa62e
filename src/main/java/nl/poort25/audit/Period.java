package nl.poort25.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import nl.poort25.list.ListRequest;
import nl.poort25.text.LocalizedTexts;
import nl.poort25.web.FormErrors;

/**
 * Days in Amsterdam.
 *
 * @param from the first; null from the beginning
 * @param until the last, itself included; null until now
 */
record Period(LocalDate from, LocalDate until) {
  private static final List<DateTimeFormatter> DATES =
      List.of(strict("uuuu-M-d"), strict("d-M-uuuu"));

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** What the URL says; a day that cannot be read is told, other than the rest of it. */
  static Period read(ListRequest request, FormErrors errors) {
    var from = request.read("from", typed -> date("from", typed, errors));
    var until = request.read("until", typed -> date("until", typed, errors));
    if (from != null && until != null && until.isBefore(from)) {
      errors.add("until", "audit.log.period.wrong");
    }
    return new Period(from, until);
  }

  private static LocalDate date(String field, String typed, FormErrors errors) {
    for (var format : DATES) {
      try {
        var date = LocalDate.parse(typed.strip(), format);
        if (date.getYear() >= 2000 && date.getYear() < 3000) {
          return date;
        }
      } catch (DateTimeParseException e) {
        // the next way of writing it, or the error below
      }
    }
    errors.add(field, "audit.log.date.wrong");
    return null;
  }

  /** Null where it has none. */
  Instant begin() {
    return from == null ? null : startOf(from);
  }

  /** The moment it ends before; null where it has none. */
  Instant end() {
    return until == null ? null : startOf(until.plusDays(1));
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(LocalizedTexts.ZONE).toInstant();
  }
}
