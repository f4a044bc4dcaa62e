package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.account.Scope;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.list.ListUnion;

/** How many domains there are of a kind; each count rests on one index. */
@ApplicationScoped
@Transactional
public class DomainCounts {
  @PersistenceContext EntityManager em;
  @Inject DomainList list;

  /** For how many names that comes next, in a list for counting. */
  public static ListQuery<?> waiting(NextStep next) {
    return ids().fix("r.status.nextStep", next).byTime("r.status.nextStepSince", r -> null);
  }

  /** Those that count as proven by what would be no proof today (3.5), in a list for counting. */
  public static ListQuery<?> doubted() {
    return ids().byText("r.control.doubtedName", r -> null);
  }

  /** Those of the scope that stand so, also those that have ended, in a list for counting. */
  public static ListQuery<?> standing(Scope scope, DomainStatus standing) {
    Long partner = scope.partner().isPresent() ? scope.partner().getAsLong() : null;
    return ids()
        .fix("r.partnerId", partner)
        .fix("r.status.standing", standing)
        .byText("r.sortName", r -> null);
  }

  /** The first of those that stand so, by name; no status of which there is none. */
  public Map<DomainStatus, List<DomainRow>> first(
      Scope scope, Collection<DomainStatus> standings, int most) {
    if (standings.isEmpty()) {
      return Map.of();
    }
    if (standings.size() == 1) {
      var only = standings.iterator().next();
      var asked = ListRequest.of("").with("standing", only);
      return Map.of(only, list.query(asked, scope).first(em, most));
    }
    var lists = new ListUnion<DomainStatus>();
    standings.forEach(standing -> lists.add(standing, standing(scope, standing)));
    var ids = lists.first(em, most);
    var rows =
        DomainList.query(scope.isAll())
            .among(ids.values().stream().flatMap(List::stream).toList())
            .byText("r.sortName", DomainRow::sortName)
            .byNumber("r.id", DomainRow::id)
            .first(em, most * standings.size());
    var first = new EnumMap<DomainStatus, List<DomainRow>>(DomainStatus.class);
    ids.keySet()
        .forEach(
            standing ->
                first.put(
                    standing, rows.stream().filter(row -> row.standing() == standing).toList()));
    return first;
  }

  private static ListQuery<Long> ids() {
    return ListQuery.ofIds("Registration r");
  }
}
