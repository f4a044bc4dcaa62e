package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.list.ListQuery;

/** Which exemptions wait for staff, by what is to be done. */
@ApplicationScoped
@Transactional
public class ExemptionTasks {
  private static final String HAS_LINES =
      ListQuery.has("Opening o", "o.exemptionId", "e.id", "o.toDo = :task");

  // both ends of a range: without either, H2 reads every exemption that has no such moment
  private static final String UNCONFIRMED =
      "e.term.by between :epoch and :now and e.term.reminders > " + ReconfirmationDue.REMINDERS;
  private static final String TO_ACCEPT = "e.toAcceptSince between :epoch and :now";

  @PersistenceContext EntityManager em;

  /**
   * Leaves those in a list that wait for a task.
   *
   * @param query of exemptions that are called e
   * @param task null for all of them
   */
  void narrow(ListQuery<Exemption> query, ExemptionTask task, Instant now) {
    if (task == null) {
      return;
    }
    switch (task) {
      case TO_OPEN, TO_CLOSE ->
          query.among(
              em,
              "select distinct o.exemptionId from Opening o where o.toDo = :task",
              HAS_LINES,
              Map.of("task", toDo(task)));
      case UNCONFIRMED, TO_ACCEPT -> {
        String which = task == ExemptionTask.TO_ACCEPT ? TO_ACCEPT : UNCONFIRMED;
        query.among(
            em,
            "select e.id from Exemption e where " + which,
            which,
            Map.of("epoch", Instant.EPOCH, "now", now));
      }
    }
  }

  private static ListQuery<Long> ids() {
    return ListQuery.ofIds("Exemption e");
  }

  private static Opening.ToDo toDo(ExemptionTask task) {
    return task == ExemptionTask.TO_OPEN ? Opening.ToDo.OPEN : Opening.ToDo.CLOSE;
  }

  /** Those that wait for each of the tasks, in lists for counting. */
  public static Map<ExemptionTask, ListQuery<?>> counted(Instant now) {
    var tasks = new EnumMap<ExemptionTask, ListQuery<?>>(ExemptionTask.class);
    for (var task : List.of(ExemptionTask.TO_OPEN, ExemptionTask.TO_CLOSE)) {
      tasks.put(
          task,
          ListQuery.ofIds("Opening o").fix("o.toDo", toDo(task)).byTime("o.toDoSince", o -> null));
    }
    tasks.put(
        ExemptionTask.UNCONFIRMED,
        ids()
            .bound("e.term.by <= :now", "now", now)
            .few() // reminded and not answered: ended soon
            .where("e.term.reminders > " + ReconfirmationDue.REMINDERS)
            .byTime("e.term.by", e -> null));
    tasks.put(ExemptionTask.TO_ACCEPT, ids().byTime("e.toAcceptSince", e -> null));
    return tasks;
  }
}
