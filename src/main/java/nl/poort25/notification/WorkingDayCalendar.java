package nl.poort25.notification;

import java.time.LocalDate;

/** Which days are working days, as the terms count them. */
public interface WorkingDayCalendar {
  boolean isWorkingDay(LocalDate day);
}
