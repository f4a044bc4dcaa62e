package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.mailservice.MailServiceFilter.Sort;
import nl.poort25.web.ReadingOrder;
import nl.poort25.web.Rows;

/** Lists of mail services, paged by key; read in a transaction: see {@link MailServices}. */
@ApplicationScoped
@Transactional
public class MailServiceList {
  @PersistenceContext EntityManager em;

  /** The services with their registrations, partners and customers. */
  public Rows<MailService, String> page(MailServiceFilter filter) {
    var parameters = new HashMap<String, Object>();
    var query =
        em.createQuery(
            "select s from MailService s join fetch s.registration r join fetch r.partner"
                + " left join fetch r.customer where "
                + String.join(" and ", conditions(filter, parameters))
                + " order by "
                + order(filter),
            MailService.class);
    parameters.forEach(query::setParameter);
    return Rows.of(query, last -> key(filter, last));
  }

  /** Why the partner stands first: see {@code DomainList}. */
  private static String order(MailServiceFilter filter) {
    String by =
        switch (filter.sort()) {
          case NAME -> column(filter) + ", s.id";
          case NEWEST -> "s.id desc";
          case QUEUE -> "s.waitingSince, s.id";
        };
    if (filter.partnerId() == null || filter.sort() == Sort.QUEUE) {
      return by;
    }
    return (filter.sort() == Sort.NEWEST ? "s.partner.id desc, " : "s.partner.id, ") + by;
  }

  private static String column(MailServiceFilter filter) {
    return filter.isByLabels() ? "s.name" : "s.sortName";
  }

  private static String key(MailServiceFilter filter, MailService last) {
    return switch (filter.sort()) {
      case NAME -> (filter.isByLabels() ? last.getName() : last.getSortName()) + ":" + last.getId();
      case NEWEST -> String.valueOf(last.getId());
      case QUEUE -> Rows.micros(last.getWaitingSince()) + ":" + last.getId();
    };
  }

  private static List<String> conditions(MailServiceFilter filter, Map<String, Object> parameters) {
    var conditions = new ArrayList<String>();
    conditions.add(
        switch (filter.stage()) {
          case WAITING -> "s.waitingSince is not null";
          case PROOF -> "s.proofAwaitedSince is not null";
          case OPEN -> "s.state in (ORDERED, ACTIVE)";
          default -> "s.state = " + filter.stage();
        });
    if (filter.partnerId() != null) {
      conditions.add("s.partner.id = :partner");
      parameters.put("partner", filter.partnerId());
    }
    if (filter.kind() != null) {
      conditions.add("s.kind = :kind");
      parameters.put("kind", filter.kind());
    }
    String beginning = filter.beginning();
    conditions.add(column(filter) + " >= :from");
    parameters.put("from", beginning == null ? "" : beginning);
    if (beginning != null) {
      conditions.add(column(filter) + " < :to");
      parameters.put("to", ReadingOrder.behind(beginning));
    }
    if (filter.after() != null) {
      conditions.add(after(filter, parameters));
    }
    return conditions;
  }

  private static String after(MailServiceFilter filter, Map<String, Object> parameters) {
    String[] key = filter.after().split(":", 2);
    try {
      long id = Long.parseLong(key[key.length - 1]);
      switch (filter.sort()) {
        case NEWEST -> {
          parameters.put("id", id);
          return "s.id < :id";
        }
        case NAME -> parameters.put("before", key[0]);
        case QUEUE -> parameters.put("before", Rows.instant(Long.parseLong(key[0])));
      }
      parameters.put("id", id);
      String column = filter.sort() == Sort.NAME ? column(filter) : "s.waitingSince";
      return "%1$s >= :before and (%1$s > :before or s.id > :id)".formatted(column);
    } catch (RuntimeException e) {
      // a key that no page of ours has made: the list from its beginning
      parameters.keySet().removeAll(List.of("id", "before"));
      return "1 = 1";
    }
  }
}
