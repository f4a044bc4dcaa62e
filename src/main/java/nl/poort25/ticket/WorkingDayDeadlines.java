package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import nl.poort25.domain.StaffDeadlines;
import nl.poort25.notification.WorkingDayCalendar;

/** Applies the term and the working days of tickets (4.9) to what is not a ticket. */
@ApplicationScoped
class WorkingDayDeadlines implements StaffDeadlines, WorkingDayCalendar {
  @Inject Tickets tickets;

  @Override
  public Instant deadlineFrom(Instant begun) {
    return tickets.term(begun).at();
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return tickets.isWorkingDay(day);
  }
}
