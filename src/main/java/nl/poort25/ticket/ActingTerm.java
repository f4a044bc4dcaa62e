package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import nl.poort25.domain.StaffTerm;

/** The term of a ticket, for what is no ticket and waits for staff as well. */
@ApplicationScoped
class ActingTerm implements StaffTerm {
  @Inject Tickets tickets;

  @Override
  public Instant after(Instant begun) {
    return tickets.term(begun).at();
  }
}
