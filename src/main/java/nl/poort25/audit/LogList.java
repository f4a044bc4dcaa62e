package nl.poort25.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.web.FormErrors;

/** The entries that a filter lets through, newest first. */
@ApplicationScoped
@Transactional
class LogList {
  @PersistenceContext EntityManager em;
  @Inject LogNames names;

  /** The entries; none where something cannot be read, which the errors then say. */
  ListPage<AuditEntry> page(ListRequest request, FormErrors errors) {
    var period = Period.read(request, errors);
    String person = request.text("person");
    Set<Long> people = person == null ? Set.of() : names.people(person);
    if (person != null && people.isEmpty()) {
      errors.add("person", "audit.log.person.unknown");
    }
    var query =
        query(request, people)
            .where("e.at >= :from", "from", period.begin())
            .where("e.at < :until", "until", period.end());
    return errors.isEmpty() ? query.page(em, request) : ListPage.none(request);
  }

  /**
   * @param people the accounts of the person that is asked for; empty where none is, a null among
   *     them is the portal itself
   */
  static ListQuery<AuditEntry> query(ListRequest request, Set<Long> people) {
    String subject = request.text("subject");
    // the narrowest first
    var columns = new LinkedHashMap<String, Set<?>>();
    columns.put("e.subjectLabel", subject == null ? Set.of() : LogNames.labels(subject));
    columns.put("e.actorId", people);
    columns.put("e.partnerId", only(request.number("partner")));
    columns.put("e.act", only(request.text("act")));
    columns.put("e.subjectType", only(request.text("type")));
    columns.values().removeIf(Set::isEmpty);
    var query = new ListQuery<>(AuditEntry.class, "AuditEntry e").descending();
    boolean leads = true;
    for (var column : columns.entrySet()) {
      narrow(query, column.getKey(), column.getValue(), leads);
      leads = false;
    }
    return query.byTime("e.at", AuditEntry::getAt).byNumber("e.id", AuditEntry::getId);
  }

  private static Set<?> only(Object value) {
    return value == null ? Set.of() : Set.of(value);
  }

  /**
   * @param leads whether the index begins with the column; it can lead to one value alone
   */
  private static void narrow(
      ListQuery<AuditEntry> query, String column, Set<?> values, boolean leads) {
    if (values.size() > 1) {
      String or = values.stream().anyMatch(Objects::isNull) ? " or " + column + " is null" : "";
      var known = values.stream().filter(Objects::nonNull).toList();
      query.where("(" + column + " in :several" + or + ")", "several", known);
      return;
    }
    Object only = values.iterator().next();
    if (only == null && leads) {
      query.fixEmpty(column);
    } else if (only == null) {
      query.where(column + " is null");
    } else if (leads) {
      query.fix(column, only);
    } else {
      query.whereEqual(column, only);
    }
  }
}
