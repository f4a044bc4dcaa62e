package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.list.ListQuery;
import nl.poort25.network.Cidr;

/** What staff sees of many cases at once: how many wait for it, and those of an address. */
@ApplicationScoped
@Transactional
public class CaseOverview {
  private static final int HISTORY = 25;

  @PersistenceContext EntityManager em;

  /** The open cases of every partner that wait for each task, in lists for counting. */
  public static Map<CaseTask, ListQuery<?>> counted() {
    var tasks = new EnumMap<CaseTask, ListQuery<?>>(CaseTask.class);
    for (var task : CaseTask.values()) {
      tasks.put(
          task,
          ListQuery.ofIds("AbuseCase c")
              .fix("c.stateName", CaseState.OPEN.name())
              .few()
              .where(task.condition())
              .byNumber("c.id", id -> id));
    }
    return tasks;
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
