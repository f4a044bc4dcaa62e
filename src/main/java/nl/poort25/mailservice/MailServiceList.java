package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.account.Scope;
import nl.poort25.domain.NameSearch;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.list.ListUnion;

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
    WAITING("s.turn.waitingSince", s -> s.getTurn().getWaitingSince()),
    /** one that waits for the partner's proof of control first (3.5) */
    PROOF("s.turn.proofAwaitedSince", s -> s.getTurn().getProofAwaitedSince()),
    /** ordered or active */
    OPEN("s.open", null),
    ORDERED("s.state", null),
    ACTIVE("s.state", null),
    REFUSED("s.state", null),
    CANCELLED("s.state", null);

    private final String column;
    private final Function<MailService, Instant> since;

    /**
     * @param since when it began to wait; null where it is no queue
     */
    Stage(String column, Function<MailService, Instant> since) {
      this.column = column;
      this.since = since;
    }

    private boolean isQueue() {
      return since != null;
    }

    private Object value() {
      return this == OPEN ? true : MailServiceState.valueOf(name());
    }
  }

  @PersistenceContext EntityManager em;

  /**
   * The services with their registrations, partners and customers, by domain; what waits, the
   * longest first. Staff has that before it asks for anything else.
   */
  public ListPage<MailService> page(ListRequest request, Scope scope) {
    var stage =
        request.choice(
            "state", List.of(Stage.values()), scope.isAll() ? Stage.WAITING : Stage.OPEN);
    var kind = request.choice("kind", MailServiceKind.class);
    Long partner = scope.partnerOf(request);
    var name = NameSearch.of(request.text("q"));
    boolean newest = request.isSortedBy("newest") && name.beginning() == null;
    var query =
        new ListQuery<>(MailService.class, "MailService s")
            // outer ones: H2 would begin with the registrations, and read all of them
            .join(
                "left join fetch s.registration r left join fetch r.partner left join fetch"
                    + " r.customer")
            .fix("s.partnerId", partner);
    if (stage.isQueue() && name.beginning() == null) {
      query.byTime(stage.column, stage.since);
    } else {
      narrow(query, stage, name);
      if (partner != null && stage == Stage.OPEN && !newest && !name.isByLabels()) {
        query.fix("s.kind", kind); // what a partner's own page asks for has an index
      }
      sort(query, newest, name);
    }
    query.whereEqual("s.kind", kind);
    return query.byNumber("s.id", MailService::getId).page(em, request);
  }

  /** Those of every partner at that stage of waiting, in a list for counting. */
  public static ListQuery<?> waiting(Stage stage) {
    return ListQuery.ofIds("MailService s").byTime(stage.column, id -> null);
  }

  /** How many wait at each stage of waiting. */
  Map<Stage, BoundedCount> countWaiting() {
    var lists = new ListUnion<Stage>();
    for (var stage : Stage.values()) {
      if (stage.isQueue()) {
        lists.add(stage, waiting(stage));
      }
    }
    return lists.count(em, ListPage.COUNTED);
  }

  private static void narrow(ListQuery<MailService> query, Stage stage, NameSearch name) {
    if (stage.isQueue()) {
      query.fix("s.open", true).where(stage.column + " is not null");
    } else if (name.isByLabels()) {
      query.whereEqual(stage.column, stage.value());
    } else {
      query.fix(stage.column, stage.value());
    }
  }

  private static void sort(ListQuery<MailService> query, boolean newest, NameSearch name) {
    if (newest) {
      query.descending();
    } else {
      String column = "s." + name.field();
      query
          .whereBegins(column, name.beginning())
          .byText(column, name.isByLabels() ? MailService::getName : MailService::getSortName);
    }
  }
}
