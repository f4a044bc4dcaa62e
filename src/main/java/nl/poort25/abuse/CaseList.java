package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.poort25.account.Scope;
import nl.poort25.network.Cidr;
import nl.poort25.web.Rows;

/** Lists of cases, paged by key: the open ones first, then the newest. */
@ApplicationScoped
@Transactional
public class CaseList {
  private static final int HISTORY = 25;

  @PersistenceContext EntityManager em;

  /** With partner, connection, addresses and items. */
  Rows<AbuseCase, String> page(CaseFilter filter) {
    var parameters = new HashMap<String, Object>();
    // what is fixed stands first in the order too: see DomainList
    String partner = filter.partnerId() == null ? "" : "c.partner.id desc, ";
    var query =
        em.createQuery(
            "select c from AbuseCase c join fetch c.partner join fetch c.connection where "
                + String.join(" and ", conditions(filter, parameters))
                + " order by "
                + partner
                + "c.stateName desc, c.id desc",
            AbuseCase.class);
    parameters.forEach(query::setParameter);
    var found = Rows.of(query, CaseFilter::key);
    if (!found.rows().isEmpty()) {
      fetch("addresses", found.rows());
      fetch("items", found.rows());
    }
    return found;
  }

  private void fetch(String many, List<AbuseCase> rows) {
    em.createQuery(
            "select distinct c from AbuseCase c left join fetch c." + many + " where c in :rows",
            AbuseCase.class)
        .setParameter("rows", rows)
        .getResultList();
  }

  private static List<String> conditions(CaseFilter filter, Map<String, Object> parameters) {
    var conditions = new ArrayList<String>();
    if (filter.partnerId() != null) {
      conditions.add("c.partner.id = :partner");
      parameters.put("partner", filter.partnerId());
    }
    if (filter.state() != null) {
      conditions.add("c.stateName = :state");
      parameters.put("state", filter.state().name());
    } else {
      conditions.add("c.stateName <= :state");
      parameters.put("state", filter.after() == null ? "OPEN" : filter.afterState());
    }
    conditions.add("c.id <= :top");
    parameters.put("top", Long.MAX_VALUE);
    if (filter.after() != null) {
      conditions.add("(c.stateName < :last or (c.stateName = :last and c.id < :id))");
      parameters.put("last", filter.afterState());
      parameters.put("id", filter.afterId());
    }
    if (filter.task() != null) {
      conditions.add(toDo(filter.task()));
    }
    if (filter.text() != null) {
      addText(filter, conditions, parameters);
    }
    return conditions;
  }

  private static String toDo(CaseFilter.Task task) {
    String item = "exists (select i.id from InvestigationItem i where i.abuseCase = c and ";
    return "c.stateName = 'OPEN' and "
        + switch (task) {
          case TO_CONFIRM -> "c.inForceAt is null";
          case TO_JUDGE -> item + "i.answer is not null and i.judgement is null)";
          case TO_CLOSE -> "not " + item + "(i.judgement is null or i.judgement <> ACCEPTED))";
        };
  }

  /** How many cases wait for each of the tasks. */
  public Map<CaseFilter.Task, Long> tasks() {
    var tasks = new EnumMap<CaseFilter.Task, Long>(CaseFilter.Task.class);
    for (var task : CaseFilter.Task.values()) {
      tasks.put(
          task,
          em.createQuery("select count(c) from AbuseCase c where " + toDo(task), Long.class)
              .getSingleResult());
    }
    tasks.values().removeIf(count -> count == 0);
    return tasks;
  }

  /** The open cases of a partner, the newest first, with addresses and items. */
  public List<AbuseCase> open(long partnerId) {
    return page(new CaseFilter(partnerId, CaseState.OPEN, null, null, null)).rows();
  }

  /** The id of the case of exactly that number, if it is in scope. */
  public Optional<Long> numbered(String number, Scope scope) {
    return em
        .createQuery("select c from AbuseCase c where c.number = :number", AbuseCase.class)
        .setParameter("number", number)
        .getResultList()
        .stream()
        .filter(c -> scope.includes(c.getPartner()))
        .map(AbuseCase::getId)
        .findFirst();
  }

  /** The cases that an address is or was in, or one of a prefix: the first few by address. */
  public List<AbuseCase> history(Cidr cidr) {
    return em
        .createQuery(
            "select c from CaseAddress a join a.abuseCase c join fetch c.partner"
                + " where a.addressKey >= :first and a.addressKey <= :last"
                + " order by a.addressKey desc, a.openedAt desc",
            AbuseCase.class)
        .setParameter("first", cidr.firstKey())
        .setParameter("last", cidr.lastKey())
        .setMaxResults(HISTORY)
        .getResultList()
        .stream()
        .distinct()
        .toList();
  }

  private static void addText(
      CaseFilter filter, List<String> conditions, Map<String, Object> parameters) {
    var cidr = filter.cidr();
    if (cidr == null) {
      conditions.add("c.number = :number");
      parameters.put("number", filter.text().toUpperCase(Locale.ROOT));
    } else {
      conditions.add(
          "c.id in (select a.abuseCase.id from CaseAddress a"
              + " where a.addressKey >= :firstKey and a.addressKey <= :lastKey)");
      parameters.put("firstKey", cidr.firstKey());
      parameters.put("lastKey", cidr.lastKey());
    }
  }
}
