package nl.poort25.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import nl.poort25.account.Scope;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;

/** Lists of domains; each rests on one index, whatever the number of rows. */
@ApplicationScoped
@Transactional
public class DomainList {
  @PersistenceContext EntityManager em;

  /**
   * The domains that are active or, where the request asks for a standing, of that one. By name;
   * for staff also those that wait for one next step, what waits longest first.
   */
  public ListPage<DomainRow> page(ListRequest request, Scope scope) {
    boolean staff = scope.isAll();
    var query = query(staff).fix("r.partnerId", scope.partnerOf(request));
    var name = NameSearch.of(request.text("q"));
    String column = "r." + name.field();
    query
        .whereBegins(column, name.beginning())
        .where("c.name = :customer", "customer", request.text("customer"));
    var standing = request.choice("standing", DomainStatus.class);
    if (standing == null) {
      query.where("r.heldName is not null");
    }
    // those whose proof counts from before and would be none today (3.5)
    boolean doubted = staff && request.flag("proof", "doubted");
    var next = staff ? request.choice("next", NextStep.class) : null;
    if (doubted) {
      query.where("r.control.doubtedName is not null");
    }
    if (request.isSortedBy("newest")) {
      query
          .whereEqual("r.status.nextStep", next)
          .whereEqual("r.status.standing", standing)
          .descending();
    } else if (next != null) {
      query.fix("r.status.nextStep", next).whereEqual("r.status.standing", standing);
      query.byTime("r.status.nextStepSince", DomainRow::nextStepSince);
    } else if (doubted) {
      // the key of the name itself, which no two of these have
      return query
          .whereEqual("r.status.standing", standing)
          .byText("r.control.doubtedName", DomainRow::sortName)
          .page(em, request);
    } else {
      query.fix("r.status.standing", standing);
      query.byText(column, name.isByLabels() ? DomainRow::name : DomainRow::sortName);
    }
    return query.byNumber("r.id", DomainRow::id).page(em, request);
  }

  /** For staff with the name of each partner; to a partner his own is no news. */
  private static ListQuery<DomainRow> query(boolean staff) {
    var query =
        new ListQuery<>(
                DomainRow.class,
                "new nl.poort25.domain.DomainRow(r.id, r.name, r.unicodeName, r.sortName,"
                    + " c.name, "
                    + (staff ? "p.name" : "cast(null as String)")
                    + ", r.status.standing, r.status.mxCheckedAt, r.status.mail, r.status.nextStep, r.status.nextStepSince,"
                    + " case when r.control.proof is not null then r.control.lostAt end)",
                "Registration r")
            .join("left join r.customer c");
    return staff ? query.join("left join r.partner p") : query;
  }
}
