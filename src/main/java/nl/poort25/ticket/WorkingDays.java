package nl.poort25.ticket;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.web.Phrases;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/**
 * The clock of 4.9.
 *
 * @param custom the holidays of {@link CalendarProfile#CUSTOM}
 * @param days length of the term, at least 1
 * @param closing when a working day ends, in Amsterdam
 */
public record WorkingDays(
    CalendarProfile profile, Set<LocalDate> custom, int days, LocalTime closing) {

  public WorkingDays {
    custom = Set.copyOf(custom);
  }

  /**
   * @throws IllegalStateException naming the setting that cannot be used
   */
  public static WorkingDays of(Settings settings) {
    var profile = profile(settings.text(Setting.CALENDAR));
    var custom = new TreeSet<LocalDate>();
    for (String date : settings.list(Setting.CALENDAR_CUSTOM)) {
      try {
        custom.add(LocalDate.parse(date));
      } catch (DateTimeException e) {
        throw new IllegalStateException(
            Setting.CALENDAR_CUSTOM.key() + " must be dates such as 2026-12-25, not " + date, e);
      }
    }
    if (profile == CalendarProfile.CUSTOM && custom.isEmpty()) {
      throw new IllegalStateException(
          Setting.CALENDAR_CUSTOM.key() + " must name the holidays of the calendar custom");
    }
    return new WorkingDays(
        profile, custom, settings.number(Setting.TERM_WORKING_DAYS, 1), closing(settings));
  }

  private static LocalTime closing(Settings settings) {
    String typed = settings.text(Setting.TERM_CLOSING);
    try {
      return LocalTime.parse(typed);
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          Setting.TERM_CLOSING.key() + " must be a time such as 17:00, not " + typed, e);
    }
  }

  private static CalendarProfile profile(String word) {
    for (var profile : CalendarProfile.values()) {
      if (profile.word().equals(word)) {
        return profile;
      }
    }
    throw new IllegalStateException(
        Setting.CALENDAR.key() + " must be business, statutory or custom, not " + word);
  }

  boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !profile.isHoliday(day, custom);
  }

  /** The term that begins at that moment; the day of receipt does not count. */
  public Deadline term(Instant received) {
    var day = LocalDate.ofInstant(received, Phrases.ZONE);
    for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
      day = day.plusDays(1);
    }
    return new Deadline(day.atTime(closing).atZone(Phrases.ZONE).toInstant(), profile.word());
  }
}
