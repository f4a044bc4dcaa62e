package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.poort25.ticket.TicketFilter.View;
import nl.poort25.web.Phrases;
import nl.poort25.web.Rows;

/**
 * Lists of tickets, each on one index. H2 walks an index in order only if what is fixed by the
 * conditions stands first in the order too, all in one direction, and if a condition bounds the
 * column that follows.
 */
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
    var search = new Search(filter, me, now);
    var query =
        em.createQuery(
            "select t from Ticket t join fetch t.partner left join fetch t.connection"
                + " left join fetch t.assignedTo where "
                + String.join(" and ", search.conditions)
                + " order by "
                + String.join(", ", search.order),
            Ticket.class);
    search.parameters.forEach(query::setParameter);
    return Rows.of(query, last -> micros(search.sortedBy(last)) + ":" + last.getId());
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

  /** The ticket of exactly that number, as {@link Tickets#get} shows it to whom. */
  public Optional<TicketLine> numbered(String number, Long partnerId, Instant now) {
    return em
        .createQuery("select t from Ticket t where t.number = :number", Ticket.class)
        .setParameter("number", number)
        .getResultList()
        .stream()
        .filter(ticket -> partnerId == null || ticket.getPartner().getId().equals(partnerId))
        .map(ticket -> new TicketLine(ticket, now, partnerId == null))
        .findFirst();
  }

  /**
   * How many tickets of every partner that view has; more than {@link #COUNTED} are not counted.
   */
  public int count(View view, long me, Instant now) {
    var filter = new TicketFilter(TicketFilter.STAFF, view, null, null, null, null);
    var search = new Search(filter, me, now);
    var query =
        em.createQuery(
            "select t.id from Ticket t where "
                + String.join(" and ", search.conditions)
                + " order by "
                + String.join(", ", search.order),
            Long.class);
    search.parameters.forEach(query::setParameter);
    return query.setMaxResults(COUNTED + 1).getResultList().size();
  }

  /**
   * How fast requests were dealt with in the days before. What staff took over for a partner was
   * never asked, and does not count.
   */
  Promptness promptness(Instant now) {
    var row =
        em.createQuery(
                "select count(t), sum(case when t.missedDeadline is null then 1 else 0 end),"
                    + " percentile_cont(0.5) within group"
                    + " (order by ((t.closedAt - t.receivedAt) by second))"
                    + " from Ticket t where t.stage = CLOSED and t.matter = EXEMPTION"
                    + " and t.queueAt >= :from and t.queueAt <= :to and t.filedBy is not null",
                Object[].class)
            .setParameter("from", now.minus(Promptness.DAYS, ChronoUnit.DAYS))
            .setParameter("to", now)
            .getSingleResult();
    long dealtWith = ((Number) row[0]).longValue();
    return dealtWith == 0
        ? new Promptness(0, 0, null)
        : new Promptness(
            dealtWith,
            ((Number) row[1]).longValue(),
            Duration.ofSeconds(((Number) row[2]).longValue()));
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** One query: what is fixed comes first in it. */
  private static final class Search {
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private final List<String> conditions = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean down;
    private final String sorted;

    Search(TicketFilter filter, long me, Instant now) {
      var view = filter.view();
      down = view == null || view == View.CLOSED;
      sorted =
          view == null ? "receivedAt" : view == View.UNANSWERED ? "unansweredSince" : "queueAt";
      if (view == null) {
        fix("partnerId", "partner", filter.partnerId());
        fix("stage", "stage", filter.stage());
      } else {
        narrow(filter, me);
      }
      bound(
          view == View.TODAY ? now : Instant.EPOCH,
          view == View.LATE ? now : view == View.TODAY ? midnight(now) : LAST,
          filter.after());
      order.add("t." + sorted + direction());
      order.add("t.id" + direction());
    }

    private void narrow(TicketFilter filter, long me) {
      if (filter.view() != View.UNANSWERED) {
        fix("stage", "stage", filter.view().stage());
      }
      if (filter.view() == View.MINE) {
        fix("assignedToId", "me", me);
      } else if (filter.view() == View.UNASSIGNED) {
        conditions.add("t.assignedToId is null");
        order.add("t.assignedToId" + direction());
      } else if (filter.view() != View.UNANSWERED) {
        fix("partnerId", "partner", filter.partnerId());
        if (filter.partnerId() == null) {
          fix("matter", "matter", filter.matter());
        }
      }
      // what the index of the view does not have is looked at in each row
      also("partnerId", "partner", filter.partnerId());
      also("matter", "matter", filter.matter());
    }

    private String direction() {
      return down ? " desc" : "";
    }

    private void fix(String field, String name, Object value) {
      if (value != null) {
        conditions.add("t." + field + " = :" + name);
        parameters.put(name, value);
        order.add("t." + field + direction());
      }
    }

    private void also(String field, String name, Object value) {
      if (value != null && !parameters.containsKey(name)) {
        conditions.add("t." + field + " = :" + name);
        parameters.put(name, value);
      }
    }

    private static Instant midnight(Instant now) {
      var tomorrow = LocalDate.ofInstant(now, Phrases.ZONE).plusDays(1);
      return tomorrow.atStartOfDay(Phrases.ZONE).toInstant();
    }

    private void bound(Instant begin, Instant end, String after) {
      conditions.add("t." + sorted + " >= :from and t." + sorted + " <= :to");
      parameters.put("from", begin);
      parameters.put("to", end);
      if (after == null) {
        return;
      }
      try {
        String[] key = after.split(":", 2);
        var at = Instant.EPOCH.plus(Long.parseLong(key[0]), ChronoUnit.MICROS);
        long id = Long.parseLong(key[1]);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
          return;
        }
        conditions.add(
            "(t.%1$s %2$s :at or (t.%1$s = :at and t.id %2$s :id))"
                .formatted(sorted, down ? "<" : ">"));
        parameters.put("at", at);
        parameters.put("id", id);
        parameters.put(down ? "to" : "from", at);
      } catch (NumberFormatException
          | ArrayIndexOutOfBoundsException
          | ArithmeticException
          | DateTimeException e) {
        // a key that no page of ours has made: the list from its beginning
      }
    }

    private Instant sortedBy(Ticket ticket) {
      return switch (sorted) {
        case "receivedAt" -> ticket.getReceivedAt();
        case "unansweredSince" -> ticket.getUnansweredSince();
        default -> ticket.getQueueAt();
      };
    }
  }
}
