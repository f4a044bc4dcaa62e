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
            .bound("e.at >= :from", "from", period.begin())
            .bound("e.at < :until", "until", period.end())
            .startAt("e.at", period.end());
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
    String led = null;
    for (var column : columns.entrySet()) {
      if (led == null) {
        led = column.getKey();
        query.fixAny(led, column.getValue());
      } else if (led.equals("e.actorId") && column.getKey().equals("e.act")) {
        query.fix("e.act", column.getValue().iterator().next());
      } else {
        narrow(query, column.getKey(), column.getValue());
      }
    }
    return query.byTime("e.at", AuditEntry::getAt).byNumber("e.id", AuditEntry::getId);
  }

  private static Set<?> only(Object value) {
    return value == null ? Set.of() : Set.of(value);
  }

  /** Of what the index leads to. */
  private static void narrow(ListQuery<AuditEntry> query, String column, Set<?> values) {
    var known = values.stream().filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      query.where(column + " is null");
    } else if (values.size() == 1) {
      query.whereEqual(column, known.get(0));
    } else {
      String or = values.contains(null) ? " or " + column + " is null" : "";
      query.where("(" + column + " in :several" + or + ")", "several", known);
    }
  }
}
