package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;
import nl.poort25.web.Rows;

/** Lists of exemptions, newest first, paged by key. */
@ApplicationScoped
@Transactional
public class ExemptionList {
  private static final int EARLIER = 10;
  private static final String HAS_LINES =
      "e.id in (select o.exemption.id from Opening o where o.toDo = ";

  // both ends of a range: without either, H2 reads every exemption that has no such moment
  private static final String UNCONFIRMED =
      "u.confirmBy between :epoch and :now and u.reminders > " + Confirmation.REMINDERS;
  private static final String TO_ACCEPT = "u.toAcceptSince between :epoch and :now";

  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;

  /** One line: an exemption and all that it opens. */
  public record Row(Exemption exemption, List<Opening> openings) {}

  public Rows<Row, Long> page(ExemptionFilter filter) {
    var parameters = new HashMap<String, Object>();
    var query =
        em.createQuery(
            "select e from Exemption e join fetch e.partner left join fetch e.connection"
                + " left join fetch e.ticket t where "
                + String.join(" and ", conditions(filter, parameters, clock.instant()))
                + order(filter),
            Exemption.class);
    parameters.forEach(query::setParameter);
    var found = Rows.of(query, Exemption::getId);
    var lines = openings(found.rows());
    return new Rows<>(
        found.rows().stream()
            .map(e -> new Row(e, lines.getOrDefault(e.getId(), List.of())))
            .toList(),
        found.next());
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

  /** What the index holds fast stands first, all in one direction: see {@code DomainList}. */
  private static String order(ExemptionFilter filter) {
    return " order by "
        + (filter.partnerId() != null ? "e.partner.id desc, " : "")
        + (filter.state() != null ? "e.state desc, " : "")
        + (filter.partly() ? "e.partly desc, " : "")
        + "e.id desc";
  }

  private static List<String> conditions(
      ExemptionFilter filter, Map<String, Object> parameters, Instant now) {
    var conditions = new ArrayList<String>();
    conditions.add("e.id < :before");
    parameters.put("before", filter.before() == null ? Long.MAX_VALUE : filter.before());
    if (filter.partnerId() != null) {
      conditions.add("e.partner.id = :partner");
      parameters.put("partner", filter.partnerId());
    }
    if (filter.state() != null) {
      conditions.add("e.state = :state");
      parameters.put("state", filter.state());
    }
    if (!filter.drafts()) {
      conditions.add("e.state <> DRAFT");
    }
    if (filter.partly()) {
      conditions.add("e.partly = true");
    }
    if (filter.kind() != null) {
      conditions.add("e.kind = :kind");
      parameters.put("kind", filter.kind());
    }
    if (filter.task() != null) {
      conditions.add(
          switch (filter.task()) {
            case TO_OPEN -> HAS_LINES + "OPEN)";
            case TO_CLOSE -> HAS_LINES + "CLOSE)";
            case UNCONFIRMED -> "e.id in (select u.id from Exemption u where " + UNCONFIRMED + ")";
            case TO_ACCEPT -> "e.id in (select u.id from Exemption u where " + TO_ACCEPT + ")";
          });
      switch (filter.task()) {
        case UNCONFIRMED, TO_ACCEPT -> {
          parameters.put("epoch", Instant.EPOCH);
          parameters.put("now", now);
        }
        default -> {} // has no moment
      }
    }
    if (filter.text() != null) {
      conditions.add(text(filter, parameters));
    }
    return conditions;
  }

  private static String text(ExemptionFilter filter, Map<String, Object> parameters) {
    Cidr cidr = filter.cidr();
    if (cidr == null) {
      parameters.put("number", filter.text().toUpperCase(Locale.ROOT));
      return "t.number = :number";
    }
    parameters.put("first", cidr.firstKey());
    parameters.put("last", cidr.lastKey());
    return "e.id in (select o.exemption.id from Opening o where o.destinationKey >= :first"
        + " and o.destinationKey <= :last)";
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
  public Map<ExemptionFilter.Task, Long> tasks() {
    var tasks = new EnumMap<ExemptionFilter.Task, Long>(ExemptionFilter.Task.class);
    em.createQuery(
            "select o.toDo, count(distinct o.exemption.id) from Opening o"
                + " where o.toDo in (OPEN, CLOSE) group by o.toDo",
            Object[].class)
        .getResultList()
        .forEach(
            row ->
                tasks.put(
                    row[0] == Opening.ToDo.OPEN
                        ? ExemptionFilter.Task.TO_OPEN
                        : ExemptionFilter.Task.TO_CLOSE,
                    (Long) row[1]));
    tasks.put(ExemptionFilter.Task.UNCONFIRMED, count(UNCONFIRMED));
    tasks.put(ExemptionFilter.Task.TO_ACCEPT, count(TO_ACCEPT));
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
