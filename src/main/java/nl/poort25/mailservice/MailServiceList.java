package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.domain.NameSearch;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/**
 * Lists of mail services, of a partner or of all: what waits for staff, what is ordered or active,
 * what is over. Transactional, though it only reads: {@link MailServices} says why.
 */
@ApplicationScoped
@Transactional
public class MailServiceList {
  /** What a list can be narrowed to. */
  public enum Stage {
    /** an order or a change that staff has to deal with */
    WAITING,
    /** one that waits for the partner's proof of control first (3.5) */
    PROOF,
    /** ordered or active */
    OPEN,
    ORDERED,
    ACTIVE,
    REFUSED,
    CANCELLED
  }

  @PersistenceContext EntityManager em;

  /**
   * The services with their registrations, partners and customers, by domain. Staff has what waits
   * before it asks for anything else: the longest first.
   */
  public ListPage<MailService> page(ListRequest request, Scope scope) {
    var stage =
        request.choice(
            "state", List.of(Stage.values()), scope.isAll() ? Stage.WAITING : Stage.OPEN);
    var name = NameSearch.of(request.text("q"));
    String column = "s." + name.field();
    boolean queue = scope.isAll() && stage == Stage.WAITING;
    boolean newest = !queue && request.isSortedBy("newest");
    var partner = scope.partnerOf(request);
    var query =
        new ListQuery<>(MailService.class, "MailService s")
            .join("join fetch s.registration r join fetch r.partner left join fetch r.customer")
            .where(condition(stage))
            .whereEqual("s.kind", request.choice("kind", MailServiceKind.class))
            .whereBegins(column, name.beginning());
    if (queue) {
      query
          .whereEqual("s.partnerId", partner)
          .byTime("s.turn.waitingSince", service -> service.getTurn().getWaitingSince());
    } else if (newest) {
      query.fix("s.partnerId", partner).descending();
    } else {
      query
          .fix("s.partnerId", partner)
          .byText(column, name.isByLabels() ? MailService::getName : MailService::getSortName);
    }
    return query.byNumber("s.id", MailService::getId).page(em, request);
  }

  private static String condition(Stage stage) {
    return switch (stage) {
      case WAITING -> "s.turn.waitingSince is not null";
      case PROOF -> "s.turn.proofAwaitedSince is not null";
      case OPEN -> "s.state in (ORDERED, ACTIVE)";
      default -> "s.state = " + stage;
    };
  }
}
