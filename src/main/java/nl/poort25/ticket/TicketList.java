package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.ticket.Ticket.Matter;

/** Lists of tickets: staff's queue, and a partner's own. */
@ApplicationScoped
@Transactional
public class TicketList {
  /** Counts end here: whoever has more work than that reads no number. */
  public static final int COUNTED = 100;

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
        .join("join fetch t.partner left join fetch t.connection left join fetch t.assignedTo");
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
      } else if (partner != null) {
        query.fix("t.partnerId", partner);
      } else {
        query.fix("t.matter", matter);
      }
      query
          .where("t.place.at >= :now", "now", view == QueueView.TODAY ? now : null)
          .where("t.place.at <= :end", "end", view.end(now))
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
    return first(QueueView.ALL, Scope.ALL, most, now);
  }

  /** The first few of a partner's that wait for the one side or the other, most pressing first. */
  public List<TicketRow> ofPartner(Scope partner, boolean waiting, int most, Instant now) {
    return first(waiting ? QueueView.WAITING : QueueView.ALL, partner, most, now);
  }

  private List<TicketRow> first(QueueView view, Scope scope, int most, Instant now) {
    return queue(of(view), scope, 0, now).first(em, most).stream()
        .map(ticket -> new TicketRow(ticket, now, scope.isAll()))
        .toList();
  }

  private static ListRequest of(QueueView view) {
    return ListRequest.of(StaffTicketsResource.PATH).with("view", view);
  }

  /**
   * How many tickets of every partner that view has; more than {@link #COUNTED} are not counted.
   */
  public int count(QueueView view, long me, Instant now) {
    return queue(of(view), Scope.ALL, me, now).count(em, COUNTED + 1);
  }
}
