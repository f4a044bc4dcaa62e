package nl.poort25.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Scope;
import nl.poort25.web.ReadingOrder;
import nl.poort25.web.Rows;

/** Lists and counts of domains; each rests on one index, whatever the number of rows. */
@ApplicationScoped
@Transactional
public class DomainList {
  @PersistenceContext EntityManager em;

  /** For a partner, whose own name is no news to him: the lines are without it. */
  public Rows<DomainRow, String> page(DomainFilter filter) {
    return page(filter, "cast(null as String)", "");
  }

  /** For staff: each line with the name of its partner. */
  public Rows<DomainRow, String> pageWithPartners(DomainFilter filter) {
    return page(filter, "p.name", " left join r.partner p");
  }

  private Rows<DomainRow, String> page(
      DomainFilter filter, String partnerName, String partnerJoin) {
    var parameters = new HashMap<String, Object>();
    var query =
        em.createQuery(
            "select new nl.poort25.registration.DomainRow(r.id, r.name, r.unicodeName, r.sortName,"
                + " c.name, "
                + partnerName
                + ", r.standing, r.mxCheckedAt, r.mailState, r.nextStep, r.nextStepSince,"
                + " case when r.control.proof is not null then r.control.lostAt end)"
                + " from Registration r"
                + partnerJoin
                + " left join r.customer c where "
                + String.join(" and ", conditions(filter, parameters))
                + order(filter),
            DomainRow.class);
    parameters.forEach(query::setParameter);
    return Rows.of(query, last -> key(filter, last));
  }

  private static String key(DomainFilter filter, DomainRow last) {
    if (filter.newest()) {
      return "" + last.id();
    }
    String first =
        filter.next() != null
            ? "" + Rows.micros(last.nextStepSince())
            : filter.isByLabels() ? last.name() : last.sortName();
    return first + ":" + last.id();
  }

  /**
   * H2 walks an index in order only if what is fixed by the conditions stands first here too, all
   * in one direction; and it takes that index only if a condition bounds the column that follows.
   */
  private static String order(DomainFilter filter) {
    var order = new ArrayList<String>();
    if (filter.partnerId() != null) {
      order.add(filter.newest() ? "r.partner.id desc" : "r.partner.id");
    }
    if (filter.newest()) {
      order.add("r.id desc");
    } else if (filter.next() != null) {
      order.add("r.nextStep");
      order.add("r.nextStepSince");
      order.add("r.id");
    } else if (filter.doubted()) {
      order.add("r.doubtedName"); // single, and the key of the name itself
    } else {
      if (filter.standing() != null) {
        order.add("r.standing");
      }
      order.add(column(filter));
      order.add("r.id");
    }
    return " order by " + String.join(", ", order);
  }

  private static String column(DomainFilter filter) {
    return filter.isByLabels() ? "r.name" : "r.sortName";
  }

  private static List<String> conditions(DomainFilter filter, Map<String, Object> parameters) {
    var conditions = new ArrayList<String>();
    if (filter.partnerId() != null) {
      conditions.add("r.partner.id = :partner");
      parameters.put("partner", filter.partnerId());
    }
    if (filter.standing() != null) {
      conditions.add("r.standing = :standing");
      parameters.put("standing", filter.standing());
    } else {
      conditions.add("r.heldName is not null");
    }
    if (filter.doubted()) {
      conditions.add("r.doubtedName >= :doubted");
      parameters.put("doubted", "");
    }
    if (filter.next() != null) {
      conditions.add("r.nextStep = :next and r.nextStepSince >= :since");
      parameters.put("next", filter.next());
      parameters.put("since", Instant.EPOCH);
    }
    if (filter.customer() != null) {
      conditions.add("c.name = :customer");
      parameters.put("customer", filter.customer());
    }
    // a range, not a LIKE: both databases then use the index for whatever is typed
    String beginning = filter.beginning();
    conditions.add(column(filter) + " >= :from");
    parameters.put("from", beginning == null ? "" : beginning);
    if (beginning != null) {
      conditions.add(column(filter) + " < :to");
      parameters.put("to", ReadingOrder.behind(beginning));
    }
    if (filter.newest()) {
      conditions.add("r.id < :before");
      parameters.put("before", Long.MAX_VALUE);
    }
    if (filter.after() != null) {
      addKey(filter, conditions, parameters);
    }
    return conditions;
  }

  private static void addKey(
      DomainFilter filter, List<String> conditions, Map<String, Object> parameters) {
    String[] key = filter.after().split(":", 2);
    try {
      if (filter.newest()) {
        parameters.put("before", Long.valueOf(key[0]));
      } else if (filter.next() != null) {
        long id = Long.parseLong(key[key.length - 1]);
        parameters.put("since", Rows.instant(Long.parseLong(key[0])));
        parameters.put("id", id);
        conditions.add("(r.nextStepSince > :since or r.id > :id)");
      } else if (key.length == 2) {
        parameters.put("id", Long.valueOf(key[1]));
        parameters.put("name", key[0]);
        conditions.add("(%1$s > :name or (%1$s = :name and r.id > :id))".formatted(column(filter)));
        if (!filter.isByLabels()) {
          parameters.computeIfPresent("doubted", (parameter, from) -> key[0]);
        }
        if (filter.beginning() == null || filter.beginning().compareTo(key[0]) < 0) {
          parameters.put("from", key[0]);
        }
      }
    } catch (NumberFormatException | DateTimeException e) {
      // a key that no page of ours has made: the list from its beginning
      parameters.remove("id");
    }
  }

  /** For how many names that comes next. */
  public long waiting(NextStep next) {
    return em.createQuery(
            "select count(r) from Registration r where r.nextStep = :next", Long.class)
        .setParameter("next", next)
        .getSingleResult();
  }

  /** How many names count as proven by what would be no proof today (3.5); no more are counted. */
  public long doubted(int most) {
    return em.createQuery("select r.id from Registration r where r.doubtedName >= ''", Long.class)
        .setMaxResults(most)
        .getResultList()
        .size();
  }

  /** How many active domains stand how. */
  public Map<Standing, Long> counts(Scope scope) {
    var counts = new EnumMap<Standing, Long>(Standing.class);
    var query =
        em.createQuery(
            "select r.standing, count(r) from Registration r"
                + (scope.isAll() ? "" : " where r.partner.id = :partner")
                + " group by r.standing",
            Object[].class);
    scope.partner().ifPresent(partner -> query.setParameter("partner", partner));
    for (Object[] row : query.getResultList()) {
      counts.put((Standing) row[0], (Long) row[1]);
    }
    return counts;
  }
}
