package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.Scope;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.list.ListUnion;
import nl.poort25.ticket.Ticket.Matter;

/** Lists of tickets: staff's queue, and a partner's own. */
@ApplicationScoped
@Transactional
public class TicketList {
  @PersistenceContext EntityManager em;

  /**
   * The tickets with partner, connection and who has them.
   *
   * @param me who asks, for {@link QueueView#MINE}
   */
  ListPage<Ticket> page(ListRequest request, Scope scope, long me, Instant now) {
    var query = scope.isAll() ? queue(request, scope, me, now) : newest(request, scope);
    return query.page(em, request);
  }

  private static ListQuery<Ticket> query() {
    return new ListQuery<>(Ticket.class, "Ticket t")
        .join(
            "left join fetch t.partner left join fetch t.connection left join fetch t.assignedTo");
  }

  private static ListQuery<Ticket> newest(ListRequest request, Scope scope) {
    return query()
        .descending()
        .fix("t.partnerId", scope.partnerOf(request))
        .fix("t.place.stage", request.choice("state", TicketStage.class))
        .byTime("t.receivedAt", Ticket::getReceivedAt)
        .byNumber("t.id", Ticket::getId);
  }

  /** By deadline, then what has none; the views of what waits or is over by since when. */
  private static ListQuery<Ticket> queue(ListRequest request, Scope scope, long me, Instant now) {
    var view = request.choice("view", List.of(QueueView.values()), QueueView.ALL);
    Long partner = scope.partnerOf(request);
    var matter = request.choice("matter", Matter.class);
    var query = query();
    if (view == QueueView.CLOSED) {
      query.descending();
    }
    if (view == QueueView.UNANSWERED) {
      query.byTime("t.unansweredSince", Ticket::getUnansweredSince);
    } else {
      query.fix("t.place.stage", view.stage());
      if (view == QueueView.MINE) {
        query.fix("t.assignedToId", me);
      } else if (view == QueueView.UNASSIGNED) {
        query.fixEmpty("t.assignedToId");
      } else {
        query.fix("t.partnerId", partner).fix("t.matter", matter);
      }
      query
          .bound("t.place.at >= :now", "now", view == QueueView.TODAY ? now : null)
          .bound("t.place.at <= :until", "until", view.end(now))
          .startAt("t.place.at", view == QueueView.TODAY ? now : null)
          .inTurn("t.place.rank", k -> k.getPlace().getRank(), view.ranks())
          .byTime("t.place.at", k -> k.getPlace().getAt());
    }
    return query
        .whereEqual("t.partnerId", partner)
        .whereEqual("t.matter", matter)
        .byNumber("t.id", Ticket::getId);
  }

  /** The first few of staff's own view of all that is open, by deadline. */
  public List<TicketRow> first(int most, Instant now) {
    return queue(of(QueueView.ALL), Scope.ALL, 0, now).first(em, most).stream()
        .map(ticket -> new TicketRow(ticket, now, true))
        .toList();
  }

  /** The first few of a partner's that wait for the one side or the other, most pressing first. */
  public Map<QueueView, List<TicketRow>> ofPartner(Scope partner, int most, Instant now) {
    var lists = new ListUnion<QueueView>();
    for (var view : List.of(QueueView.WAITING, QueueView.ALL)) {
      lists.add(view, queue(of(view), partner, 0, now));
    }
    var ids = lists.first(em, most);
    var tickets =
        query()
            .among(ids.values().stream().flatMap(List::stream).toList())
            .byNumber("t.id", Ticket::getId)
            .first(em, ListPage.COUNTED)
            .stream()
            .collect(Collectors.toMap(Ticket::getId, ticket -> ticket));
    var rows = new EnumMap<QueueView, List<TicketRow>>(QueueView.class);
    for (var view : List.of(QueueView.WAITING, QueueView.ALL)) {
      rows.put(
          view,
          ids.getOrDefault(view, List.of()).stream()
              .limit(most)
              .map(id -> new TicketRow(tickets.get(id), now, false))
              .toList());
    }
    return rows;
  }

  private static ListRequest of(QueueView view) {
    return ListRequest.of(StaffTicketsResource.PATH).with("view", view);
  }

  /** The tickets of every partner in each of these views, in lists for counting. */
  public static Map<QueueView, ListQuery<?>> counted(
      Collection<QueueView> views, long me, Instant now) {
    var lists = new EnumMap<QueueView, ListQuery<?>>(QueueView.class);
    views.forEach(view -> lists.put(view, queue(of(view), Scope.ALL, me, now)));
    return lists;
  }

  /** How many tickets of every partner are in each of these views; none where there are none. */
  Map<QueueView, BoundedCount> count(Collection<QueueView> views, long me, Instant now) {
    var counts =
        new ListUnion<QueueView>().addAll(counted(views, me, now)).count(em, ListPage.COUNTED);
    counts.values().removeIf(BoundedCount::isZero);
    return counts;
  }
}
