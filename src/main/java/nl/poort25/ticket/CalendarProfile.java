package nl.poort25.ticket;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which days between Monday and Friday are no working days (4.9). */
public enum CalendarProfile {
  /** What most businesses keep. */
  BUSINESS {
    @Override
    boolean isHoliday(LocalDate day, Set<LocalDate> custom) {
      return isKept(day) || (isLiberationDay(day) && day.getYear() % 5 == 0);
    }
  },
  /** The Algemene termijnenwet, with the days that a decree puts on a par with its own. */
  STATUTORY {
    @Override
    boolean isHoliday(LocalDate day, Set<LocalDate> custom) {
      return isKept(day)
          || isLiberationDay(day)
          || day.equals(easter(day.getYear()).minusDays(2))
          || DECREED.contains(day);
    }
  },
  /** The dates of a setting and no others. */
  CUSTOM {
    @Override
    boolean isHoliday(LocalDate day, Set<LocalDate> custom) {
      return custom.contains(day);
    }
  };

  private static final Set<LocalDate> DECREED =
      Set.of(
          LocalDate.of(2026, 1, 2),
          LocalDate.of(2026, 5, 15),
          LocalDate.of(2027, 5, 7),
          LocalDate.of(2028, 4, 28),
          LocalDate.of(2028, 5, 26));

  private static final Set<MonthDay> FIXED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  /** Easter Monday, Ascension Day, Whit Monday: days after Easter. */
  private static final List<Integer> AFTER_EASTER = List.of(1, 39, 50);

  /** As settings and tickets write it: "business". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract boolean isHoliday(LocalDate day, Set<LocalDate> custom);

  private static boolean isKept(LocalDate day) {
    var easter = easter(day.getYear());
    return FIXED.contains(MonthDay.from(day))
        || day.equals(kingsDay(day.getYear()))
        || AFTER_EASTER.stream().anyMatch(after -> day.equals(easter.plusDays(after)));
  }

  private static boolean isLiberationDay(LocalDate day) {
    return day.getMonth() == Month.MAY && day.getDayOfMonth() == 5;
  }

  private static LocalDate kingsDay(int year) {
    var day = LocalDate.of(year, 4, 27);
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
  }

  /** Easter Sunday of the Gregorian calendar, from golden number, epact and Sunday letter. */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    // a full moon on 19 April, or for the later golden numbers on the 18th, counts a day earlier
    int moon = epact - (epact == 29 || (epact == 28 && golden > 10) ? 1 : 0);
    int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    return LocalDate.of(year, 3, 28).plusDays(moon - weekday);
  }
}
