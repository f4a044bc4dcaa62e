package nl.poort25.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.poort25.account.Scope;
import nl.poort25.ticket.Ticket.Matter;
import nl.poort25.web.ListPage;
import nl.poort25.web.ListQuery;
import nl.poort25.web.ListRequest;
import nl.poort25.web.LocalizedTexts;

/** Lists of tickets: staff's queue, and a partner's own. */
@ApplicationScoped
@Transactional
public class TicketList {
  /** Counts end here: whoever has more work than that reads no number. */
  public static final int COUNTED = 100;

  /** What staff's queue can be narrowed to. */
  public enum View {
    /** all that is staff's turn, by deadline */
    ALL,
    MINE,
    UNASSIGNED,
    LATE,
    /** due today, and not late yet */
    TODAY,
    /** a partner's message that nobody has answered, also on a closed ticket */
    UNANSWERED,
    /** for the partner */
    WAITING,
    CLOSED;

    /** As URLs and pages name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    TicketStage stage() {
      return switch (this) {
        case WAITING -> TicketStage.WAITING;
        case CLOSED -> TicketStage.CLOSED;
        default -> TicketStage.OPEN;
      };
    }

    /** What else is open has a term, or is there since some moment. */
    private List<Integer> ranks() {
      return switch (this) {
        case ALL, MINE, UNASSIGNED -> List.of(QueuePlace.TERMED, QueuePlace.UNTERMED);
        default -> List.of(QueuePlace.TERMED);
      };
    }

    /** When a term ends at the latest; null for ever. */
    private Instant end(Instant now) {
      return switch (this) {
        case LATE -> now;
        case TODAY ->
            LocalDate.ofInstant(now, LocalizedTexts.ZONE)
                .plusDays(1)
                .atStartOfDay(LocalizedTexts.ZONE)
                .toInstant();
        default -> null;
      };
    }
  }

  @PersistenceContext EntityManager em;

  /**
   * The tickets with partner, connection and who has them.
   *
   * @param me who asks, for {@link View#MINE}
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
    var view = request.choice("view", List.of(View.values()), View.ALL);
    Long partner = scope.partnerOf(request);
    var matter = request.choice("matter", Matter.class);
    var query = query();
    if (view == View.CLOSED) {
      query.descending();
    }
    if (view == View.UNANSWERED) {
      query.byTime("t.unansweredSince", Ticket::getUnansweredSince);
    } else {
      query.fix("t.place.stage", view.stage());
      if (view == View.MINE) {
        query.fix("t.assignedToId", me);
      } else if (view == View.UNASSIGNED) {
        query.fixEmpty("t.assignedToId");
      } else if (partner != null) {
        query.fix("t.partnerId", partner);
      } else {
        query.fix("t.matter", matter);
      }
      query
          .where("t.place.at >= :now", "now", view == View.TODAY ? now : null)
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
    return first(View.ALL, Scope.ALL, most, now);
  }

  /** The first few of a partner's that wait for the one side or the other, most pressing first. */
  public List<TicketRow> ofPartner(Scope partner, boolean waiting, int most, Instant now) {
    return first(waiting ? View.WAITING : View.ALL, partner, most, now);
  }

  private List<TicketRow> first(View view, Scope scope, int most, Instant now) {
    return queue(of(view), scope, 0, now).first(em, most).stream()
        .map(ticket -> new TicketRow(ticket, now, scope.isAll()))
        .toList();
  }

  private static ListRequest of(View view) {
    return ListRequest.of(StaffTicketsResource.PATH).with("view", view);
  }

  /**
   * How many tickets of every partner that view has; more than {@link #COUNTED} are not counted.
   */
  public int count(View view, long me, Instant now) {
    return queue(of(view), Scope.ALL, me, now).count(em, COUNTED + 1);
  }
}
