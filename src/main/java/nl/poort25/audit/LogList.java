package nl.poort25.audit;

import com.ibm.icu.text.IDNA;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.poort25.web.FormErrors;
import nl.poort25.web.ListPage;
import nl.poort25.web.ListQuery;
import nl.poort25.web.ListRequest;

/**
 * The entries that a filter lets through, newest first. Partners and accounts are named in queries
 * only: their package stands above this one.
 */
@ApplicationScoped
@Transactional
class LogList {
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES);

  @PersistenceContext EntityManager em;

  /** The entries; none where something cannot be read, which the errors then say. */
  ListPage<AuditEntry> page(ListRequest request, FormErrors errors) {
    var period = Period.read(request, errors);
    String person = request.text("person");
    Set<Long> people = person == null ? Set.of() : people(person);
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
    columns.put("e.subjectLabel", subject == null ? Set.of() : labels(subject));
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

  /** A name of a partner as typed; a domain name or address in lower case, and in both forms. */
  private static Set<String> labels(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    var labels = new TreeSet<>(List.of(typed, lower));
    var info = new IDNA.Info();
    var ascii = UTS46.nameToASCII(lower, new StringBuilder(), info);
    if (!info.hasErrors()) {
      labels.add(ascii.toString());
      labels.add(UTS46.nameToUnicode(ascii, new StringBuilder(), info).toString());
    }
    return labels;
  }

  /** The accounts with that e-mail address or name; a null stands for the portal itself. */
  Set<Long> people(String person) {
    var ids =
        new HashSet<Long>(
            em.createQuery(
                    "select a.id from Account a where a.email = :person or lower(a.name) = :person",
                    Long.class)
                .setParameter("person", person.toLowerCase(Locale.ROOT))
                .setMaxResults(100)
                .getResultList());
    if (person.equalsIgnoreCase(Actor.PORTAL)) {
      ids.add(null);
    }
    return ids;
  }

  /** Names of all partners by their id, in order. */
  Map<Long, String> partners() {
    var names = new LinkedHashMap<Long, String>();
    for (Object[] row :
        em.createQuery("select p.id, p.name from Partner p order by p.name", Object[].class)
            .getResultList()) {
      names.put((Long) row[0], (String) row[1]);
    }
    return names;
  }
}
