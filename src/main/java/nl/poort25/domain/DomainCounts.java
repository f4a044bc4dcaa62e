package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import nl.poort25.account.Scope;
import nl.poort25.list.ListQuery;

/** How many domains there are of a kind; each count rests on one index. */
@ApplicationScoped
@Transactional
public class DomainCounts {
  @PersistenceContext EntityManager em;

  /** For how many names that comes next. */
  public long waiting(NextStep next) {
    return em.createQuery(
            "select count(r) from Registration r where r.status.nextStep = :next", Long.class)
        .setParameter("next", next)
        .getSingleResult();
  }

  /** How many names count as proven by what would be no proof today (3.5); no more are counted. */
  public long doubted(int most) {
    return new ListQuery<>(DomainRow.class, "Registration r")
        .byText("r.control.doubtedName", DomainRow::sortName)
        .count(em, most);
  }

  /** How many active domains stand how. */
  public Map<DomainStatus, Long> byStatus(Scope scope) {
    var counts = new EnumMap<DomainStatus, Long>(DomainStatus.class);
    var query =
        em.createQuery(
            "select r.status.standing, count(r) from Registration r"
                + (scope.isAll() ? "" : " where r.partner.id = :partner")
                + " group by r.status.standing",
            Object[].class);
    scope.partner().ifPresent(partner -> query.setParameter("partner", partner));
    for (Object[] row : query.getResultList()) {
      counts.put((DomainStatus) row[0], (Long) row[1]);
    }
    return counts;
  }
}
