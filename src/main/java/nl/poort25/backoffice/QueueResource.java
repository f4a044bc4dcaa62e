package nl.poort25.backoffice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.exemption.ExemptionList;
import nl.poort25.mailservice.MailServices;
import nl.poort25.outbox.Outbox;
import nl.poort25.registration.DomainFilter;
import nl.poort25.registration.DomainList;
import nl.poort25.registration.DomainRow;
import nl.poort25.registration.Standing;
import nl.poort25.web.Page;

/** Staff's home: what waits for staff, and which domains do not work. */
@Path("/backoffice")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("STAFF")
public class QueueResource {
  private static final List<Standing> TROUBLED =
      List.of(Standing.BOUNCES, Standing.MX_WRONG, Standing.NO_PROOF);
  private static final int SHOWN = 8;

  @Inject DomainList domains;
  @Inject MailServices mailServices;
  @Inject Outbox outbox;
  @Inject ExemptionList exemptions;

  @GET
  public Page show() {
    Map<Standing, Long> counts = domains.counts(null);
    var troubled = new EnumMap<Standing, List<DomainRow>>(Standing.class);
    for (Standing standing : TROUBLED) {
      if (counts.containsKey(standing)) {
        troubled.put(standing, first(standing));
      }
    }
    return Page.of("backoffice/queue.html")
        .with("counts", counts)
        .with("waiting", mailServices.waiting())
        .with("tasks", exemptions.tasks())
        .with("unsent", outbox.troubled())
        .with("troubled", troubled);
  }

  private List<DomainRow> first(Standing standing) {
    var rows =
        domains.pageWithPartners(new DomainFilter(null, null, standing, null, false, null)).rows();
    return rows.subList(0, Math.min(SHOWN, rows.size()));
  }
}
