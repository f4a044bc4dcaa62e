package nl.poort25.ticket;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.ticket.TicketFilter.View;
import nl.poort25.web.Phrases;
import nl.poort25.web.Rows;

/**
 * One query of a list, on one index. H2 walks an index in order only if what is fixed by the
 * conditions stands first in the order too, all in one direction, and if a condition bounds the
 * column that follows. So what has a term and what has none are two queries, one after the other.
 */
final class TicketSearch {
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /** Where the page before ended. */
  private record Key(Integer rank, Instant at, long id) {}

  private final List<String> conditions = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();
  private final boolean down;
  private final String sorted;

  /** The queries whose rows, one after the other, are the list from the filter's key on. */
  static List<TicketSearch> of(TicketFilter filter, long me, Instant now) {
    var ranks = ranks(filter.view());
    if (ranks.isEmpty()) {
      return List.of(new TicketSearch(filter, me, now, null, key(filter.after(), ranks)));
    }
    var key = key(filter.after(), ranks);
    return ranks.stream()
        .filter(rank -> key == null || rank >= key.rank())
        .map(
            rank ->
                new TicketSearch(
                    filter, me, now, rank, key != null && key.rank().equals(rank) ? key : null))
        .toList();
  }

  /** None where the list is by another moment than the queue. */
  private static List<Integer> ranks(View view) {
    if (view == null) {
      return List.of();
    }
    return switch (view) {
      case UNANSWERED -> List.of();
      case ALL, MINE, UNASSIGNED -> List.of(Ticket.TERMED, Ticket.UNTERMED);
      case LATE, TODAY, WAITING, CLOSED -> List.of(Ticket.TERMED);
    };
  }

  /** Null for none, and for one that no page of ours has made: the list from its beginning. */
  private static Key key(String after, List<Integer> ranks) {
    if (after == null) {
      return null;
    }
    try {
      String[] parts = (ranks.isEmpty() ? "0:" + after : after).split(":", 3);
      int rank = Integer.parseInt(parts[0]);
      if (parts.length < 3 || !(ranks.isEmpty() || ranks.contains(rank))) {
        return null;
      }
      return new Key(rank, Rows.instant(Long.parseLong(parts[1])), Long.parseLong(parts[2]));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private TicketSearch(TicketFilter filter, long me, Instant now, Integer rank, Key after) {
    var view = filter.view();
    down = view == null || view == View.CLOSED;
    sorted = view == null ? "receivedAt" : view == View.UNANSWERED ? "unansweredSince" : "queueAt";
    if (view == null) {
      fix("partnerId", "partner", filter.partnerId());
      fix("stage", "stage", filter.stage());
    } else {
      narrow(filter, me);
      fix("queueRank", "rank", rank);
      // what the index of the view does not have is looked at in each row
      also("partnerId", "partner", filter.partnerId());
      also("matter", "matter", filter.matter());
    }
    bound(
        view == View.TODAY ? now : Instant.EPOCH,
        view == View.LATE ? now : view == View.TODAY ? midnight(now) : LAST);
    goOn(after);
    order.add("t." + sorted + direction());
    order.add("t.id" + direction());
  }

  private void narrow(TicketFilter filter, long me) {
    if (filter.view() == View.UNANSWERED) {
      return;
    }
    fix("stage", "stage", filter.view().stage());
    if (filter.view() == View.MINE) {
      fix("assignedToId", "me", me);
    } else if (filter.view() == View.UNASSIGNED) {
      conditions.add("t.assignedToId is null");
      order.add("t.assignedToId" + direction());
    } else {
      fix("partnerId", "partner", filter.partnerId());
      if (filter.partnerId() == null) {
        fix("matter", "matter", filter.matter());
      }
    }
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

  private void bound(Instant begin, Instant end) {
    conditions.add("t." + sorted + " >= :from and t." + sorted + " <= :to");
    parameters.put("from", begin);
    parameters.put("to", end);
  }

  private void goOn(Key after) {
    if (after == null) {
      return;
    }
    conditions.add(
        "(t.%1$s %2$s :at or (t.%1$s = :at and t.id %2$s :id))"
            .formatted(sorted, down ? "<" : ">"));
    parameters.put("at", after.at());
    parameters.put("id", after.id());
    parameters.put(down ? "to" : "from", after.at());
  }

  /**
   * @param selected what to take of each ticket t, and from where
   */
  <T> TypedQuery<T> query(EntityManager em, String selected, Class<T> type) {
    var query =
        em.createQuery(
            selected
                + " where "
                + String.join(" and ", conditions)
                + " order by "
                + String.join(", ", order),
            type);
    parameters.forEach(query::setParameter);
    return query;
  }

  /** Of the last line of a page. */
  String key(Ticket last) {
    return switch (sorted) {
      case "receivedAt" -> key(last.getReceivedAt(), last);
      case "unansweredSince" -> key(last.getUnansweredSince(), last);
      default -> last.getQueueRank() + ":" + key(last.getQueueAt(), last);
    };
  }

  private static String key(Instant at, Ticket last) {
    return Rows.micros(at) + ":" + last.getId();
  }
}
