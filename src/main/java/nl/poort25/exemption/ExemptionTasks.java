package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import nl.poort25.list.ListQuery;

/** Which exemptions wait for staff, by what is to be done. */
@ApplicationScoped
@Transactional
public class ExemptionTasks {
  private static final String HAS_LINES =
      "e.id in (select o.exemption.id from Opening o where o.toDo = ";

  // both ends of a range: without either, H2 reads every exemption that has no such moment
  private static final String UNCONFIRMED =
      "u.term.by between :epoch and :now and u.term.reminders > " + ReconfirmationDue.REMINDERS;
  private static final String TO_ACCEPT = "u.toAcceptSince between :epoch and :now";

  @PersistenceContext EntityManager em;
  @Inject InstantSource clock;

  /**
   * Leaves those in a list that wait for a task.
   *
   * @param query of exemptions that are called e
   * @param task null for all of them
   */
  static void narrow(ListQuery<Exemption> query, ExemptionTask task, Instant now) {
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
                      + (task == ExemptionTask.TO_ACCEPT ? TO_ACCEPT : UNCONFIRMED)
                      + ")")
              .with("epoch", Instant.EPOCH)
              .with("now", now);
    }
  }

  /** How many exemptions wait for each of the tasks. */
  public Map<ExemptionTask, Long> count() {
    var tasks = new EnumMap<ExemptionTask, Long>(ExemptionTask.class);
    em.createQuery(
            "select o.toDo, count(distinct o.exemption.id) from Opening o"
                + " where o.toDo in (OPEN, CLOSE) group by o.toDo",
            Object[].class)
        .getResultList()
        .forEach(
            row ->
                tasks.put(
                    row[0] == Opening.ToDo.OPEN ? ExemptionTask.TO_OPEN : ExemptionTask.TO_CLOSE,
                    (Long) row[1]));
    tasks.put(ExemptionTask.UNCONFIRMED, count(UNCONFIRMED));
    tasks.put(ExemptionTask.TO_ACCEPT, count(TO_ACCEPT));
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
