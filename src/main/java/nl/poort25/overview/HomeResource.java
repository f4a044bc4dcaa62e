package nl.poort25.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.poort25.abuse.CaseList;
import nl.poort25.account.AccountLists;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.audit.AuditLog;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.DomainList;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.domain.NextStepViews;
import nl.poort25.exemption.ExemptionOverview;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.HeldPointCheck;
import nl.poort25.list.ListRequest;
import nl.poort25.network.ConnectionList;
import nl.poort25.ticket.TicketList;
import nl.poort25.web.Page;

/** The partner's home: what is not in order, and what to do next. */
@Path("/")
@RequestScoped
@Produces("text/html;charset=UTF-8")
@RolesAllowed("USER")
public class HomeResource {
  private static final int TASKS = 10;
  private static final int MOST = 25;
  private static final int FEW = 8;
  private static final int LATEST = 6;

  /** The states that his home counts, in this order. */
  private static final List<ExemptionState> SHOWN =
      List.of(
          ExemptionState.SUSPENDED,
          ExemptionState.OPEN,
          ExemptionState.APPROVED,
          ExemptionState.SUBMITTED);

  @Inject CurrentUser user;
  @Inject DomainList domains;
  @Inject DomainCounts domainCounts;
  @Inject ExemptionOverview exemptions;
  @Inject CaseList cases;
  @Inject HeldPointCheck heldBack;
  @Inject TicketList tickets;
  @Inject AuditLog log;
  @Inject ConnectionList connections;
  @Inject AccountLists accounts;
  @Inject NextStepViews upcoming;
  @Inject InstantSource clock;

  @GET
  public Response show() {
    return user.visitor().staff()
        ? Response.seeOther(URI.create("/backoffice")).build()
        : Response.ok(home(user.partnerId())).build();
  }

  private Page home(long partner) {
    var home = look(partner);
    return Page.of("domain/home.html")
        .with("empty", home.isEmpty())
        .with("tasks", home.tasks())
        .with("firstVisit", home.isBeforeAll() ? firstVisit(user.partner()) : null)
        .with("heading", home.heading())
        .with("more", home.more())
        .with("inOrder", home.sum(List.of(DomainStatus.IN_ORDER)))
        .with("waiting", home.sum(List.of(DomainStatus.ORDERED, DomainStatus.DNS_HERE)))
        .with("all", home.active())
        .with("exemptions", home.exemptions())
        .with("states", SHOWN.stream().filter(home.exemptions()::containsKey).toList())
        .with("partly", home.hasGranted() ? exemptions.partly(partner) : 0)
        .with(
            "asked",
            home.exemptions().containsKey(ExemptionState.SUBMITTED) ? exemptions.asked(partner) : 0)
        .with("blocked", home.exemptions().getOrDefault(ExemptionState.SUSPENDED, 0L))
        .with("granted", home.granted())
        .with("heldBack", heldBack.of(home.granted()))
        .with("withProvider", home.withProvider())
        .with("latest", log.latest(partner, LATEST));
  }

  private FirstVisit firstVisit(Scope partner) {
    var asked = ListRequest.of("/connections");
    return FirstVisit.of(
        user.visitor(), !connections.page(asked, partner).isEmpty(), accounts.hasSeveral(partner));
  }

  /** Asks only for what the counts say is there. */
  private HomePage look(long partner) {
    var now = clock.instant();
    Map<DomainStatus, Long> counts = domainCounts.byStatus(Scope.of(partner));
    Map<ExemptionState, Long> states = exemptions.counts(partner);
    boolean granted = HomePage.hasGranted(states);
    boolean shut =
        states.containsKey(ExemptionState.APPROVED) || states.containsKey(ExemptionState.SUSPENDED);
    return new HomePage(
        counts,
        troubled(partner, counts, now),
        states,
        cases.findOpen(Scope.of(partner)),
        tickets.ofPartner(Scope.of(partner), true, MOST, now).stream()
            .filter(line -> line.ticket().isStopped())
            .toList(),
        tickets.ofPartner(Scope.of(partner), false, FEW, now),
        granted ? exemptions.toConfirm(partner, MOST, now) : List.of(),
        states.containsKey(ExemptionState.DRAFT) ? exemptions.drafts(partner, FEW) : List.of(),
        shut ? exemptions.granted(partner, FEW) : List.of(),
        now);
  }

  /** The most pressing first, and of each kind the first few. */
  private List<HomePage.Troubled> troubled(
      long partner, Map<DomainStatus, Long> counts, Instant now) {
    var troubled = new ArrayList<DomainRow>();
    for (DomainStatus standing : attentive()) {
      if (troubled.size() < TASKS && counts.containsKey(standing)) {
        var asked = ListRequest.of(DomainsResource.PATH).with("standing", standing);
        troubled.addAll(domains.page(asked, Scope.of(partner)).rows());
      }
    }
    return troubled.stream()
        .limit(TASKS)
        .map(domain -> new HomePage.Troubled(domain, upcoming.of(domain, now)))
        .toList();
  }

  private static List<DomainStatus> attentive() {
    return Arrays.stream(DomainStatus.values()).filter(DomainStatus::needsAttention).toList();
  }
}
