package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Cidr;

/** The list of reports, the newest first. */
@ApplicationScoped
@Transactional
public class ReportList {
  @PersistenceContext EntityManager em;

  ListPage<ReportRow> page(ListRequest request) {
    String typed = request.text("q");
    // what is no address is in no report
    String address = typed == null ? null : Cidr.tryParse(typed).map(Cidr::toString).orElse("-");
    return new ListQuery<>(
            ReportRow.class,
            "new nl.poort25.abuse.ReportRow(r.id, r.state, r.address, r.heldAt, r.contents.about,"
                + " r.contents.incidents, r.uploadedAt, p.name, c.id, c.number)",
            "AbuseReport r")
        .join("left join r.connection n left join n.partner p left join r.abuseCase c")
        .descending()
        .narrow("r.address", address)
        .narrow("r.state", request.choice("state", ReportState.class))
        .byNumber("r.id", ReportRow::id)
        .page(em, request);
  }

  /** The newest about that address. */
  public List<ReportRow> findByAddress(Cidr address) {
    return page(ListRequest.of(ReportsResource.PATH).with("q", address)).rows();
  }
}
