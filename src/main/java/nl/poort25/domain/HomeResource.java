package nl.poort25.domain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.poort25.abuse.AbuseCases;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.AuditLog;
import nl.poort25.registration.DomainFilter;
import nl.poort25.registration.DomainList;
import nl.poort25.registration.DomainRow;
import nl.poort25.registration.Standing;
import nl.poort25.web.Page;

/** The partner's home: what is not in order, and what to do next. */
@Path("/")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class HomeResource {
  private static final int TASKS = 10;
  private static final int LATEST = 6;
  @Inject CurrentUser user;
  @Inject DomainList domains;
  @Inject AbuseCases abuse;
  @Inject AuditLog log;

  @GET
  public Response show() {
    return user.visitor().staff()
        ? Response.seeOther(URI.create("/backoffice")).build()
        : Response.ok(home(user.partnerId())).build();
  }

  private Page home(long partner) {
    Map<Standing, Long> counts = domains.counts(partner);
    var investigated = abuse.openOn(partner);
    long attention = sum(counts, attentive()) + investigated.size();
    return Page.of("domain/home.html")
        .with("counts", counts)
        .with("tasks", tasks(partner, counts))
        .with("investigated", investigated)
        .with("attention", attention)
        .with("inOrder", sum(counts, List.of(Standing.IN_ORDER)))
        .with("waiting", sum(counts, List.of(Standing.ORDERED)))
        .with(
            "all",
            sum(counts, List.of(Standing.values())) - sum(counts, List.of(Standing.WITHDRAWN)))
        .with("latest", log.latest(partner, LATEST));
  }

  /** The most pressing first, and of each kind the first few. */
  private List<DomainRow> tasks(long partner, Map<Standing, Long> counts) {
    var tasks = new ArrayList<DomainRow>();
    for (Standing standing : attentive()) {
      if (tasks.size() < TASKS && counts.containsKey(standing)) {
        var filter = new DomainFilter(partner, null, standing, null, false, null);
        tasks.addAll(domains.page(filter).rows());
      }
    }
    return tasks.subList(0, Math.min(TASKS, tasks.size()));
  }

  private static List<Standing> attentive() {
    return Arrays.stream(Standing.values()).filter(Standing::asksAttention).toList();
  }

  private static long sum(Map<Standing, Long> counts, List<Standing> of) {
    return of.stream().mapToLong(s -> counts.getOrDefault(s, 0L)).sum();
  }
}
