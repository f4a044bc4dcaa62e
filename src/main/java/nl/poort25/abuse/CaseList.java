package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.AddressSearch;

/** Lists of cases: the open ones first, then the newest. */
@ApplicationScoped
@Transactional
public class CaseList {
  private static final String BETWEEN = "a.addressKey >= :first and a.addressKey <= :last";

  private static final AddressSearch SEARCH =
      new AddressSearch(
          "select distinct a.abuseCase.id from CaseAddress a where " + BETWEEN,
          ListQuery.has("CaseAddress a", "a.abuseCase.id", "c.id", BETWEEN),
          "select c.id from AbuseCase c where c.number = :number");

  @PersistenceContext EntityManager em;

  /** With partner, connection, addresses and items. */
  ListPage<AbuseCase> page(ListRequest request, Scope scope) {
    var query = query(request, scope);
    var found = query.page(em, request);
    fetchAll(found.rows());
    return found;
  }

  private ListQuery<AbuseCase> query(ListRequest request, Scope scope) {
    var query =
        new ListQuery<>(AbuseCase.class, "AbuseCase c")
            // outer ones: H2 would begin with the partners, who are few, and read all cases of each
            .join("left join fetch c.partner left join fetch c.connection")
            .descending()
            .fix("c.partnerId", scope.partnerOf(request));
    var state = request.choice("state", CaseState.class);
    var task = request.choice("task", CaseTask.class);
    if (task != null) {
      query.fix("c.stateName", CaseState.OPEN.name()).where(task.condition());
      query.whereEqual("c.state", state == CaseState.OPEN ? null : state);
    } else if (state != null) {
      query.fix("c.stateName", state.name());
    } else {
      query.byText("c.stateName", c -> c.getState().name(), CaseState.OPEN.name());
    }
    SEARCH.narrow(em, query, request.text("q"));
    return query.byNumber("c.id", AbuseCase::getId);
  }

  private void fetchAll(List<AbuseCase> rows) {
    if (!rows.isEmpty()) {
      fetch("addresses", rows);
      fetch("items", rows);
    }
  }

  private void fetch(String many, List<AbuseCase> rows) {
    em.createQuery(
            "select distinct c from AbuseCase c left join fetch c." + many + " where c in :rows",
            AbuseCase.class)
        .setParameter("rows", rows)
        .getResultList();
  }

  /** The open cases of a partner, the newest first, with addresses and items. */
  public List<AbuseCase> findOpen(long partnerId) {
    var rows =
        em.createQuery(
                "select distinct c from AbuseCase c left join fetch c.partner"
                    + " left join fetch c.connection left join fetch c.addresses"
                    + " where c.id in (select o.id from AbuseCase o where o.partnerId = :partner"
                    + " and o.stateName = :open and o.id > 0"
                    + " order by o.partnerId desc, o.stateName desc, o.id desc"
                    + " fetch first :most rows only) order by c.id desc",
                AbuseCase.class)
            .setParameter("partner", partnerId)
            .setParameter("open", CaseState.OPEN.name())
            .setParameter("most", ListPage.MOST)
            .getResultList();
    if (!rows.isEmpty()) {
      fetch("items", rows);
    }
    return rows;
  }
}
