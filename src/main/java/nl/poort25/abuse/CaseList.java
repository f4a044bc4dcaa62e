package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.poort25.account.Scope;
import nl.poort25.network.Cidr;
import nl.poort25.web.ListPage;
import nl.poort25.web.ListQuery;
import nl.poort25.web.ListRequest;

/** Lists of cases: the open ones first, then the newest. */
@ApplicationScoped
@Transactional
public class CaseList {
  /** What staff has to do in an open case. */
  public enum Task {
    /** nobody has confirmed that the block is in force */
    TO_CONFIRM,
    /** the partner has answered an item */
    TO_JUDGE,
    /** every item is accepted */
    TO_CLOSE
  }

  private static final int HISTORY = 25;

  @PersistenceContext EntityManager em;

  /** With partner, connection, addresses and items. */
  ListPage<AbuseCase> page(ListRequest request, Scope scope) {
    var query =
        new ListQuery<>(AbuseCase.class, "AbuseCase c")
            // outer ones: H2 would begin with the partners, who are few, and read all cases of each
            .join("left join fetch c.partner left join fetch c.connection")
            .descending()
            .fix("c.partnerId", scope.partnerOf(request));
    var state = request.choice("state", CaseState.class);
    if (state == null) {
      query.byText("c.stateName", c -> c.getState().name(), CaseState.OPEN.name());
    } else {
      query.fix("c.stateName", state.name());
    }
    var task = request.choice("task", Task.class);
    if (task != null) {
      query.where(toDo(task));
    }
    search(query, request.text("q"));
    var found = query.byNumber("c.id", AbuseCase::getId).page(em, request);
    if (!found.isEmpty()) {
      fetch("addresses", found.rows());
      fetch("items", found.rows());
    }
    return found;
  }

  /**
   * @param text an address, a prefix or a whole number; null for every case
   */
  private static void search(ListQuery<AbuseCase> query, String text) {
    var cidr = Cidr.tryParse(text);
    if (cidr.isPresent()) {
      query
          .where(
              "c.id in (select a.abuseCase.id from CaseAddress a"
                  + " where a.addressKey >= :firstKey and a.addressKey <= :lastKey)")
          .with("firstKey", cidr.get().firstKey())
          .with("lastKey", cidr.get().lastKey());
    } else if (text != null) {
      query.whereEqual("c.number", text.toUpperCase(Locale.ROOT));
    }
  }

  private void fetch(String many, List<AbuseCase> rows) {
    em.createQuery(
            "select distinct c from AbuseCase c left join fetch c." + many + " where c in :rows",
            AbuseCase.class)
        .setParameter("rows", rows)
        .getResultList();
  }

  private static String toDo(Task task) {
    String item = "exists (select i.id from InvestigationItem i where i.abuseCase = c and ";
    return "c.stateName = 'OPEN' and "
        + switch (task) {
          case TO_CONFIRM -> "c.inForceAt is null";
          case TO_JUDGE -> item + "i.answer is not null and i.judgement is null)";
          case TO_CLOSE -> "not " + item + "(i.judgement is null or i.judgement <> ACCEPTED))";
        };
  }

  /** How many cases wait for each of the tasks. */
  public Map<Task, Long> countTasks() {
    var tasks = new EnumMap<Task, Long>(Task.class);
    for (var task : Task.values()) {
      tasks.put(
          task,
          em.createQuery("select count(c) from AbuseCase c where " + toDo(task), Long.class)
              .getSingleResult());
    }
    tasks.values().removeIf(count -> count == 0);
    return tasks;
  }

  /** The open cases of a partner, the newest first, with addresses and items. */
  public List<AbuseCase> findOpen(Scope partner) {
    return page(ListRequest.of(AbuseResource.PATH).with("state", CaseState.OPEN), partner).rows();
  }

  /** The id of the case of exactly that number, if it is in scope. */
  public Optional<Long> findIdByNumber(String number, Scope scope) {
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
}
