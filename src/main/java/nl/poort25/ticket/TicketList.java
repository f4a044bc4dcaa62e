package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.poort25.account.Scope;
import nl.poort25.ticket.TicketFilter.View;
import nl.poort25.web.Rows;

/** Lists of tickets, paged by key. */
@ApplicationScoped
@Transactional
public class TicketList {
  /** Counts end here: whoever has more work than that reads no number. */
  public static final int COUNTED = 100;

  @PersistenceContext EntityManager em;

  /**
   * The tickets with partner, connection and who has them.
   *
   * @param me who asks, for {@link View#MINE}
   */
  Rows<Ticket, String> page(TicketFilter filter, long me, Instant now) {
    var searches = TicketSearch.of(filter, me, now);
    var found = new ArrayList<Ticket>();
    for (var search : searches) {
      int more = Rows.MOST + 1 - found.size();
      if (more > 0) {
        found.addAll(
            search
                .query(
                    em,
                    "select t from Ticket t join fetch t.partner left join fetch t.connection"
                        + " left join fetch t.assignedTo",
                    Ticket.class)
                .setMaxResults(more)
                .getResultList());
      }
    }
    return Rows.of(found, searches.get(0)::key);
  }

  /** The first few of staff's own view of all that is open, by deadline. */
  public List<TicketLine> first(int most, Instant now) {
    return lines(
        new TicketFilter(TicketFilter.STAFF, View.ALL, null, null, null, null), most, now, true);
  }

  /** The first few of a partner's that wait for the one side or the other, most pressing first. */
  public List<TicketLine> ofPartner(long partnerId, boolean waiting, int most, Instant now) {
    var view = waiting ? View.WAITING : View.ALL;
    return lines(
        new TicketFilter(TicketFilter.PARTNER, view, null, partnerId, null, null),
        most,
        now,
        false);
  }

  private List<TicketLine> lines(TicketFilter filter, int most, Instant now, boolean forStaff) {
    return page(filter, 0, now).rows().stream()
        .limit(most)
        .map(ticket -> new TicketLine(ticket, now, forStaff))
        .toList();
  }

  /** The ticket of exactly that number, if it is in scope. */
  public Optional<TicketLine> numbered(String number, Scope scope, Instant now) {
    return em
        .createQuery("select t from Ticket t where t.number = :number", Ticket.class)
        .setParameter("number", number)
        .getResultList()
        .stream()
        .filter(ticket -> scope.includes(ticket.getPartner()))
        .map(ticket -> new TicketLine(ticket, now, scope.isAll()))
        .findFirst();
  }

  /**
   * How many tickets of every partner that view has; more than {@link #COUNTED} are not counted.
   */
  public int count(View view, long me, Instant now) {
    var filter = new TicketFilter(TicketFilter.STAFF, view, null, null, null, null);
    int count = 0;
    for (var search : TicketSearch.of(filter, me, now)) {
      count +=
          search
              .query(em, "select t.id from Ticket t", Long.class)
              .setMaxResults(COUNTED + 1)
              .getResultList()
              .size();
    }
    return Math.min(count, COUNTED + 1);
  }

  /**
   * How fast requests were answered in the days before, with those that wait and are late. What
   * staff took over for a partner was never asked, and does not count; nor does what the partner
   * withdrew within its term, which is no answer (4.9).
   */
  Promptness promptness(Instant now) {
    return answered(now).with(late(now));
  }

  /** Without what waits still. */
  Promptness answered(Instant now) {
    var row =
        em.createQuery(
                "select count(t), sum(case when t.missedDeadline is null then 1 else 0 end),"
                    + " percentile_cont(0.5) within group"
                    + " (order by ((t.closedAt - t.receivedAt) by second))"
                    + " from Ticket t where t.stage = CLOSED and t.matter = EXEMPTION and t.queueRank = 0"
                    + " and t.queueAt >= :from and t.queueAt <= :to and t.filedBy is not null"
                    + " and (t.outcome in (OPEN, PARTLY_OPEN, REJECTED)"
                    + " or t.missedDeadline is not null)",
                Object[].class)
            .setParameter("from", now.minus(Promptness.DAYS, ChronoUnit.DAYS))
            .setParameter("to", now)
            .getSingleResult();
    long dealtWith = ((Number) row[0]).longValue();
    return dealtWith == 0
        ? new Promptness(0, 0, 0, null)
        : new Promptness(
            dealtWith,
            ((Number) row[1]).longValue(),
            0,
            Duration.ofSeconds(((Number) row[2]).longValue()));
  }

  /** Late now, or waiting once more after a term that was missed. */
  long late(Instant now) {
    long late =
        em.createQuery(
                "select count(t) from Ticket t where t.stage = OPEN and t.matter = EXEMPTION"
                    + " and t.queueRank = 0 and t.queueAt >= :epoch and t.queueAt < :now"
                    + " and t.filedBy is not null",
                Long.class)
            .setParameter("epoch", Instant.EPOCH)
            .setParameter("now", now)
            .getSingleResult();
    return late
        + em.createQuery(
                "select count(t) from Ticket t where t.stage in (OPEN, WAITING)"
                    + " and t.missedDeadline >= :epoch and t.missedDeadline <= :now"
                    + " and t.matter = EXEMPTION and t.filedBy is not null"
                    + " and (t.deadline is null or t.deadline >= :now)",
                Long.class)
            .setParameter("epoch", Instant.EPOCH)
            .setParameter("now", now)
            .getSingleResult();
  }
}
