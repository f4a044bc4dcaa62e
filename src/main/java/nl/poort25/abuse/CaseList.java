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
  private static final String HAS_ADDRESS =
      "c.id in (select a.abuseCase.id from CaseAddress a"
          + " where a.addressKey >= :first and a.addressKey <= :last)";

  @PersistenceContext EntityManager em;

  /** With partner, connection, addresses and items. */
  ListPage<AbuseCase> page(ListRequest request, Scope scope) {
    var query =
        new ListQuery<>(AbuseCase.class, "AbuseCase c")
            // outer ones: H2 would begin with the partners, who are few, and read all cases of each
            .join("left join fetch c.partner left join fetch c.connection")
            .descending()
            .fix("c.partnerId", scope.partnerOf(request));
    var state = request.choice("state", CaseState.class);
    if (state == null) {
      query.byText("c.stateName", c -> c.getState().name(), CaseState.OPEN.name());
    } else {
      query.fix("c.stateName", state.name());
    }
    var task = request.choice("task", CaseTask.class);
    if (task != null) {
      query.where(task.condition());
    }
    AddressSearch.narrow(query, request.text("q"), HAS_ADDRESS, "c.number");
    var found = query.byNumber("c.id", AbuseCase::getId).page(em, request);
    if (!found.isEmpty()) {
      fetch("addresses", found.rows());
      fetch("items", found.rows());
    }
    return found;
  }

  private void fetch(String many, List<AbuseCase> rows) {
    em.createQuery(
            "select distinct c from AbuseCase c left join fetch c." + many + " where c in :rows",
            AbuseCase.class)
        .setParameter("rows", rows)
        .getResultList();
  }

  /** The open cases of a partner, the newest first, with addresses and items. */
  public List<AbuseCase> findOpen(Scope partner) {
    return page(ListRequest.of(AbuseResource.PATH).with("state", CaseState.OPEN), partner).rows();
  }
}
