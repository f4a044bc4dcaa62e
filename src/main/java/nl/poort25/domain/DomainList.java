package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.poort25.account.Customers;
import nl.poort25.account.Scope;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/** Lists of domains; each rests on one index, whatever the number of rows. */
@ApplicationScoped
@Transactional
public class DomainList {
  @PersistenceContext EntityManager em;
  @Inject Customers customers;

  /**
   * The domains that are active or, where the request asks for a standing, of that one. By name;
   * for staff also those that wait for one next step, what waits longest first.
   */
  public ListPage<DomainRow> page(ListRequest request, Scope scope) {
    return query(request, scope).page(em, request);
  }

  ListQuery<DomainRow> query(ListRequest request, Scope scope) {
    var asked = Asked.of(request, scope);
    var partner = scope.partnerOf(request);
    var query = query(scope.isAll());
    if (asked.doubted()) {
      return doubted(asked, query.whereEqual("r.partnerId", partner));
    }
    if (asked.customer() != null) {
      ofCustomers(query, customers.idsOf(asked.customer(), scope, ListPage.MOST));
      query.whereEqual("r.partnerId", partner);
    } else if (asked.isQueue()) {
      query.narrow("r.status.nextStep", asked.next()).whereEqual("r.partnerId", partner);
    } else {
      query.fix("r.partnerId", partner);
    }
    // those by the A-labels, and those of a customer or a step, are no more than looked through
    boolean leads = asked.customer() == null && !asked.isQueue() && !asked.name().isByLabels();
    equal(query, leads, "r.status.standing", asked.standing());
    if (asked.standing() == null && !asked.isQueue()) {
      equal(query, leads, "r.active", true);
    }
    query.whereEqual("r.status.nextStep", asked.next());
    return sorted(query, asked).byNumber("r.id", DomainRow::id);
  }

  private static void equal(
      ListQuery<DomainRow> query, boolean leads, String column, Object value) {
    if (leads) {
      query.fix(column, value);
    } else {
      query.whereEqual(column, value);
    }
  }

  /** In the order of its key alone, which no two of these have. */
  private static ListQuery<DomainRow> doubted(Asked asked, ListQuery<DomainRow> query) {
    return query
        .whereEqual("r.status.standing", asked.standing())
        .whereEqual("r.status.nextStep", asked.next())
        .byText("r.control.doubtedName", DomainRow::sortName);
  }

  /** By the name that is looked for; what waits, the longest first; else by age or by name. */
  private static ListQuery<DomainRow> sorted(ListQuery<DomainRow> query, Asked asked) {
    var name = asked.name();
    if (asked.isQueue()) {
      return query.byTime("r.status.nextStepSince", DomainRow::nextStepSince);
    }
    if (asked.newest()) {
      return query.descending();
    }
    String column = "r." + name.field();
    return query
        .whereBegins(column, name.beginning())
        .byText(column, name.isByLabels() ? DomainRow::name : DomainRow::sortName);
  }

  /**
   * What a request asks for.
   *
   * @param doubted those whose proof counts from before and would be none today (3.5)
   * @param newest never where a name is looked for
   */
  private record Asked(
      NameSearch name,
      String customer,
      DomainStatus standing,
      boolean doubted,
      NextStep next,
      boolean newest) {
    static Asked of(ListRequest request, Scope scope) {
      var name = NameSearch.of(request.text("q"));
      boolean staff = scope.isAll();
      return new Asked(
          name,
          request.text("customer"),
          request.choice("standing", DomainStatus.class),
          staff && request.flag("proof", "doubted"),
          staff ? request.choice("next", NextStep.class) : null,
          request.isSortedBy("newest") && name.beginning() == null);
    }

    /** Whether it is the queue of those that wait for that step. */
    boolean isQueue() {
      return next != null && !newest && name.beginning() == null;
    }
  }

  /** One has the name, hardly ever several: then their domains are all looked at. */
  private static void ofCustomers(ListQuery<DomainRow> query, List<Long> ids) {
    if (ids.size() == 1) {
      query.fix("r.customerId", ids.get(0));
    } else {
      query
          .bound("r.customerId in (:customers)", "customers", ids.isEmpty() ? List.of(-1L) : ids)
          .few();
    }
  }

  /** For staff with the name of each partner; to a partner his own is no news. */
  static ListQuery<DomainRow> query(boolean staff) {
    var query =
        new ListQuery<>(
                DomainRow.class,
                "new nl.poort25.domain.DomainRow(r.id, r.name, r.unicodeName, r.sortName,"
                    + " c.name, "
                    + (staff ? "p.name" : "cast(null as String)")
                    + ", r.status.standing, k.checkedAt, r.status.mail, r.status.nextStep, r.status.nextStepSince,"
                    + " case when r.control.proof is not null then r.control.lostAt end)",
                "Registration r")
            .join("left join r.customer c")
            .join("left join DnsCheck k on k.registrationId = r.id");
    return staff ? query.join("left join r.partner p") : query;
  }
}
