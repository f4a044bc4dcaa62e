package nl.poort25.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One query of the log. The condition that comes first is taken as the narrowest: what it holds
 * fast stands first in the order too, because only then does H2 walk that index backwards instead
 * of sorting all that it finds. PostgreSQL leaves a constant out of the order by itself.
 */
final class LogSearch {
  private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> parameters = new HashMap<>();
  private String order;

  /** A condition that holds always where the value is null. */
  void is(String field, Object value) {
    if (value != null) {
      add("e." + field + " = :" + field, field, value);
      lead("e." + field + " desc, ");
    }
  }

  /** A null among the values is that of the column. */
  void oneOf(String field, Set<?> values) {
    if (values.size() == 1) {
      Object only = values.iterator().next();
      if (only == null) {
        conditions.add("e." + field + " is null");
        lead("e." + field + " desc, ");
      } else {
        is(field, only);
      }
      return;
    }
    var known = values.stream().filter(value -> value != null).toList();
    String or = values.size() > known.size() ? " or e." + field + " is null" : "";
    add("(e." + field + " in :" + field + or + ")", field, known);
    lead("");
  }

  void from(Instant first) {
    if (first != null) {
      add("e.at >= :from", "from", first);
    }
  }

  void until(Instant end) {
    if (end != null) {
      add("e.at < :until", "until", end);
    }
  }

  void before(AuditEntry entry) {
    if (entry != null) {
      add("e.at <= :at and (e.at < :at or e.id < :id)", "at", entry.getAt());
      parameters.put("id", entry.getId());
    }
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
  }

  private void lead(String columns) {
    if (order == null) {
      order = columns;
    }
  }

  TypedQuery<AuditEntry> query(EntityManager em) {
    var query =
        em.createQuery(
            "select e from AuditEntry e where "
                + String.join(" and ", conditions)
                + " order by "
                + (order == null ? "" : order)
                + "e.at desc, e.id desc",
            AuditEntry.class);
    parameters.forEach(query::setParameter);
    return query;
  }
}
