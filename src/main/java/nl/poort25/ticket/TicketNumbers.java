package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import nl.poort25.web.Phrases;

/** Gives out the numbers of tickets, without gaps: P25-2026-0139. */
@ApplicationScoped
class TicketNumbers {
  @PersistenceContext EntityManager em;

  protected TicketNumbers() {}

  TicketNumbers(EntityManager em) {
    this.em = em;
  }

  /**
   * The next number of the year that it is in Amsterdam. Two at the same moment wait for one
   * another; only at the first of a year the database refuses all but one, whose callers call once
   * more ({@code Retry.onCollision}).
   */
  String next(Instant now) {
    int year = now.atZone(Phrases.ZONE).getYear();
    var last = em.find(TicketNumber.class, year, LockModeType.PESSIMISTIC_WRITE);
    if (last == null) {
      last = new TicketNumber(year);
      em.persist(last);
      em.flush();
    }
    return "P25-%d-%04d".formatted(year, last.next());
  }
}
