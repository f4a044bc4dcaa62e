package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.account.Scope;
import nl.poort25.network.Cidr;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.web.ListPage;
import nl.poort25.web.ListQuery;
import nl.poort25.web.ListRequest;

/** Lists of exemptions, newest first. */
@ApplicationScoped
@Transactional
public class ExemptionList {
  /** What staff has to do. */
  public enum Task {
    /** approved, and port 25 not open yet */
    TO_OPEN,
    /** blocked or ended, and port 25 not closed yet */
    TO_CLOSE,
    /** not confirmed in time by its partner */
    UNCONFIRMED,
    /** taken over, and violates a rule */
    TO_ACCEPT
  }

  private static final int EARLIER = 10;

  /** What a URL has in place of a state for those of which less was granted than was asked. */
  private static final String PARTLY = "partly";

  private static final String HAS_LINES =
      "e.id in (select o.exemption.id from Opening o where o.toDo = ";

  // both ends of a range: without either, H2 reads every exemption that has no such moment
  private static final String UNCONFIRMED =
      "u.term.by between :epoch and :now and u.term.reminders > " + ReconfirmationDue.REMINDERS;
  private static final String TO_ACCEPT = "u.toAcceptSince between :epoch and :now";

  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;

  /** One line: an exemption and all that it opens. */
  public record Row(Exemption exemption, List<Opening> openings) {}

  public ListPage<Row> page(ListRequest request, Scope scope) {
    var query =
        new ListQuery<>(Exemption.class, "Exemption e")
            .join("join fetch e.partner left join fetch e.connection left join fetch e.ticket t")
            .descending()
            .fix("e.partnerId", scope.partnerOf(request));
    if (request.flag("state", PARTLY)) {
      query.fix("e.partly", true);
    } else {
      query.fix("e.state", request.choice("state", states(scope), null));
    }
    if (scope.isAll()) {
      query.where("e.state <> DRAFT");
    }
    query.whereEqual("e.kind", request.choice("kind", ExemptionKind.class));
    toDo(query, request.choice("task", Task.class));
    search(query, request.text("q"));
    var found = query.byNumber("e.id", Exemption::getId).page(em, request);
    var lines = openings(found.rows());
    return found.map(e -> new Row(e, lines.getOrDefault(e.getId(), List.of())));
  }

  /** What a list can be narrowed to: a draft does not exist for staff. */
  static List<ExemptionState> states(Scope scope) {
    return Arrays.stream(ExemptionState.values())
        .filter(state -> !scope.isAll() || state != ExemptionState.DRAFT)
        .toList();
  }

  private void toDo(ListQuery<Exemption> query, Task task) {
    if (task == null) {
      return;
    }
    switch (task) {
      case TO_OPEN -> query.where(HAS_LINES + "OPEN)");
      case TO_CLOSE -> query.where(HAS_LINES + "CLOSE)");
      case UNCONFIRMED, TO_ACCEPT ->
          query
              .where(
                  "e.id in (select u.id from Exemption u where "
                      + (task == Task.TO_ACCEPT ? TO_ACCEPT : UNCONFIRMED)
                      + ")")
              .with("epoch", Instant.EPOCH)
              .with("now", clock.instant());
    }
  }

  /**
   * @param text an address, a prefix or a number; null for every one
   */
  private static void search(ListQuery<Exemption> query, String text) {
    var cidr = Cidr.tryParse(text);
    if (cidr.isPresent()) {
      query
          .where(
              "e.id in (select o.exemption.id from Opening o where o.destinationKey >= :first"
                  + " and o.destinationKey <= :last)")
          .with("first", cidr.get().firstKey())
          .with("last", cidr.get().lastKey());
    } else if (text != null) {
      query.whereEqual("t.number", text.toUpperCase(Locale.ROOT));
    }
  }

  private Map<Long, List<Opening>> openings(List<Exemption> exemptions) {
    if (exemptions.isEmpty()) {
      return Map.of();
    }
    return em
        .createQuery(
            "select o from Opening o where o.exemption in :exemptions order by o.id", Opening.class)
        .setParameter("exemptions", exemptions)
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(o -> o.getExemption().getId()));
  }

  /** Others that opened, or asked to open, one of these addresses before; newest first. */
  List<Opening> earlier(Exemption exemption, List<Opening> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select o from Opening o join fetch o.exemption e join fetch e.ticket"
                + " join fetch e.partner where o.destinationKey in :keys and e <> :own"
                + " order by o.id desc",
            Opening.class)
        .setParameter(
            "keys", lines.stream().map(o -> o.getLine().destination().firstKey()).toList())
        .setParameter("own", exemption)
        .setMaxResults(EARLIER)
        .getResultList();
  }

  /** The latest decisions on requests of that kind, of whichever partner. */
  List<Decision> alike(Exemption exemption) {
    return em.createQuery(
            "select d from Decision d join fetch d.exemption e join fetch e.partner"
                + " join fetch e.ticket left join fetch d.by where e.kind = :kind and e <> :own"
                + " and d.kind in (APPROVAL, PARTIAL_APPROVAL, REJECTION) order by d.id desc",
            Decision.class)
        .setParameter("kind", exemption.getKind())
        .setParameter("own", exemption)
        .setMaxResults(5)
        .getResultList();
  }

  /** How many exemptions wait for each of the tasks. */
  public Map<Task, Long> tasks() {
    var tasks = new EnumMap<Task, Long>(Task.class);
    em.createQuery(
            "select o.toDo, count(distinct o.exemption.id) from Opening o"
                + " where o.toDo in (OPEN, CLOSE) group by o.toDo",
            Object[].class)
        .getResultList()
        .forEach(
            row ->
                tasks.put(
                    row[0] == Opening.ToDo.OPEN ? Task.TO_OPEN : Task.TO_CLOSE, (Long) row[1]));
    tasks.put(Task.UNCONFIRMED, count(UNCONFIRMED));
    tasks.put(Task.TO_ACCEPT, count(TO_ACCEPT));
    tasks.values().removeIf(count -> count == 0);
    return tasks;
  }

  private long count(String which) {
    return em.createQuery("select count(u) from Exemption u where " + which, Long.class)
        .setParameter("epoch", Instant.EPOCH)
        .setParameter("now", clock.instant())
        .getSingleResult();
  }
}
