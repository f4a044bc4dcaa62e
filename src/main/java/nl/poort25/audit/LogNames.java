package nl.poort25.audit;

import com.ibm.icu.text.IDNA;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks up who and what is meant by a name in the filter of the log. Partners and accounts are
 * named in queries only: their package stands above this one.
 */
@ApplicationScoped
@Transactional
class LogNames {
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES);

  @PersistenceContext EntityManager em;

  /** A name of a partner as typed; a domain name or address in lower case, and in both forms. */
  static Set<String> labels(String typed) {
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

  /** Names of the partners of these entries, by their id. */
  Map<Long, String> partners(List<AuditEntry> entries) {
    var names = new HashMap<Long, String>();
    var ids =
        entries.stream().map(AuditEntry::getPartnerId).filter(Objects::nonNull).distinct().toList();
    if (!ids.isEmpty()) {
      em.createQuery("select p.id, p.name from Partner p where p.id in :ids", Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(row -> names.put((Long) row[0], (String) row[1]));
    }
    return names;
  }
}
