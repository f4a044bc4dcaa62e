package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import nl.poort25.domain.StaffDeadlines;

/** Applies the term of tickets (4.9) to other tasks of staff. */
@ApplicationScoped
class WorkingDayDeadlines implements StaffDeadlines {
  @Inject Tickets tickets;

  @Override
  public Instant deadlineFrom(Instant begun) {
    return tickets.term(begun).at();
  }
}
