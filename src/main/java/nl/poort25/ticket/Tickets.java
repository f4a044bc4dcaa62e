package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.network.Connection;
import nl.poort25.web.Phrases;

/** The tickets, and the numbers that they get. */
@ApplicationScoped
public class Tickets {
  @PersistenceContext EntityManager em;

  /** Files a ticket in the transaction of what it is about. */
  public Ticket file(
      Ticket.Matter matter,
      Partner partner,
      Connection connection,
      Account filedBy,
      String about,
      int violations,
      Instant now) {
    var deadline = matter == Ticket.Matter.EXEMPTION ? term(now) : null;
    var ticket =
        new Ticket(
            number(now), matter, partner, connection, filedBy, about, violations, deadline, now);
    em.persist(ticket);
    return ticket;
  }

  /** The term that begins now (4.9). */
  public Deadline term(Instant now) {
    return new Deadline(now.plus(2, ChronoUnit.DAYS), "business");
  }

  private String number(Instant now) {
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
