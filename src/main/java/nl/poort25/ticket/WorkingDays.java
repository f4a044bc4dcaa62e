package nl.poort25.ticket;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.LocalizedTexts;

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
    settings.list(Setting.CALENDAR_CUSTOM).forEach(date -> custom.add(LocalDate.parse(date)));
    if (profile == CalendarProfile.CUSTOM && custom.isEmpty()) {
      throw new IllegalStateException(
          Setting.CALENDAR_CUSTOM.key() + " must name the holidays of the calendar custom");
    }
    return new WorkingDays(
        profile,
        custom,
        settings.number(Setting.TERM_WORKING_DAYS),
        LocalTime.parse(settings.text(Setting.TERM_CLOSING)));
  }

  private static CalendarProfile profile(String word) {
    for (var profile : CalendarProfile.values()) {
      if (profile.word().equals(word)) {
        return profile;
      }
    }
    throw new IllegalArgumentException(word);
  }

  boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !profile.isHoliday(day, custom);
  }

  /** The term that begins at that moment; the day of receipt does not count. */
  public Deadline term(Instant received) {
    var day = LocalDate.ofInstant(received, LocalizedTexts.ZONE);
    for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
      day = day.plusDays(1);
    }
    return new Deadline(
        day.atTime(closing).atZone(LocalizedTexts.ZONE).toInstant(), profile.word());
  }
}
