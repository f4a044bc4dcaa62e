package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.poort25.web.Rows;

/** The list of reports, the newest first, paged by key. */
@ApplicationScoped
@Transactional
public class ReportList {
  private static final List<ReportState> WAITING =
      List.of(ReportState.MATCHED, ReportState.UNMATCHED, ReportState.CONFIRMED);

  @PersistenceContext EntityManager em;

  /** How many reports wait for staff, by how far they are. */
  public Map<ReportState, Long> waiting() {
    var waiting = new EnumMap<ReportState, Long>(ReportState.class);
    em.createQuery(
            "select r.state, count(r) from AbuseReport r where r.state in :states group by r.state",
            Object[].class)
        .setParameter("states", WAITING)
        .getResultList()
        .forEach(row -> waiting.put((ReportState) row[0], (Long) row[1]));
    return waiting;
  }

  public Rows<ReportRow, Long> page(ReportFilter filter) {
    var parameters = new HashMap<String, Object>();
    var conditions = new ArrayList<String>();
    // what is fixed stands first in the order too: see DomainList
    String order = "r.id desc";
    if (filter.address() != null) {
      conditions.add("r.address = :address");
      parameters.put("address", filter.address());
      order = "r.address desc, r.id desc";
    } else if (filter.state() != null) {
      order = "r.state desc, r.id desc";
    }
    if (filter.state() != null) {
      conditions.add("r.state = :state");
      parameters.put("state", filter.state());
    }
    conditions.add("r.id < :before");
    parameters.put("before", filter.after() == null ? Long.MAX_VALUE : filter.after());
    var query =
        em.createQuery(
            "select new nl.poort25.abuse.ReportRow(r.id, r.state, r.address, r.heldAt, r.about,"
                + " r.incidents, r.uploadedAt, p.name, c.id, c.number) from AbuseReport r"
                + " left join r.connection n left join n.partner p left join r.abuseCase c where "
                + String.join(" and ", conditions)
                + " order by "
                + order,
            ReportRow.class);
    parameters.forEach(query::setParameter);
    return Rows.of(query, ReportRow::id);
  }
}
