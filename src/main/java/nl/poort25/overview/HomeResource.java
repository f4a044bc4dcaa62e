package nl.poort25.overview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.poort25.abuse.CaseList;
import nl.poort25.account.AccountLists;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.audit.AuditLog;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.DomainStatus;
import nl.poort25.domain.NextStepViews;
import nl.poort25.exemption.ExemptionOverview;
import nl.poort25.exemption.ExemptionOverview.Counted;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.HeldPointCheck;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListRequest;
import nl.poort25.list.ListUnion;
import nl.poort25.network.ConnectionList;
import nl.poort25.ticket.QueueView;
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
  @PersistenceContext EntityManager em;
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
  @Transactional
  public Response show() {
    return user.visitor().staff()
        ? Response.seeOther(URI.create("/backoffice")).build()
        : Response.ok(home(user.partnerId())).build();
  }

  private Page home(long partner) {
    em.setFlushMode(FlushModeType.COMMIT); // nothing is written: no look for changes at each query
    var counts = count(partner);
    var home = look(partner, counts);
    return Page.of("domain/home.html")
        .with("empty", home.isEmpty())
        .with("tasks", home.tasks())
        .with("firstVisit", home.isBeforeAll() ? firstVisit(user.partner()) : null)
        .with("heading", home.heading())
        .with("more", home.more())
        .with("inOrder", home.sum(List.of(DomainStatus.IN_ORDER)))
        .with("waiting", home.sum(List.of(DomainStatus.ORDERED, DomainStatus.DNS_HERE)))
        .with("all", home.active())
        .with("sum", home.inOrderOfAll())
        .with("exemptions", home.exemptions())
        .with("states", SHOWN.stream().filter(home.exemptions()::containsKey).toList())
        .with("partly", counts.get(Counted.PARTLY))
        .with("asked", counts.get(Counted.ASKED))
        .with("blocked", home.blocked())
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
  private HomePage look(long partner, Map<Object, BoundedCount> counts) {
    var now = clock.instant();
    var standings = counted(counts, DomainStatus.class);
    var states = exemptions.states(partner, counts);
    var filed = tickets.ofPartner(Scope.of(partner), MOST, now);
    boolean granted = HomePage.hasGranted(states);
    boolean shut =
        states.containsKey(ExemptionState.APPROVED) || states.containsKey(ExemptionState.SUSPENDED);
    return new HomePage(
        standings,
        troubled(partner, standings, now),
        states,
        cases.findOpen(partner),
        filed.get(QueueView.WAITING).stream().filter(line -> line.ticket().isStopped()).toList(),
        filed.get(QueueView.ALL).stream().limit(FEW).toList(),
        granted ? exemptions.toConfirm(partner, MOST, now) : List.of(),
        states.containsKey(ExemptionState.DRAFT) ? exemptions.drafts(partner, FEW) : List.of(),
        shut ? exemptions.granted(partner, FEW) : List.of(),
        now);
  }

  /** All that the page says the number of, in one statement. */
  private Map<Object, BoundedCount> count(long partner) {
    var lists = new ListUnion<Object>();
    for (var standing : DomainStatus.values()) {
      if (!standing.isEnd()) {
        lists.add(standing, DomainCounts.standing(Scope.of(partner), standing));
      }
    }
    ExemptionOverview.addCounted(partner, lists);
    return lists.count(em, ListPage.COUNTED);
  }

  /** Those of one kind, without those of which there are none. */
  private static <E extends Enum<E>> Map<E, BoundedCount> counted(
      Map<Object, BoundedCount> counts, Class<E> type) {
    var some = new EnumMap<E, BoundedCount>(type);
    for (E each : type.getEnumConstants()) {
      var count = counts.get(each);
      if (count != null && !count.isZero()) {
        some.put(each, count);
      }
    }
    return some;
  }

  /** The most pressing first, and of each kind the first few. */
  private List<HomePage.Troubled> troubled(
      long partner, Map<DomainStatus, BoundedCount> counts, Instant now) {
    var pressing = new ArrayList<DomainStatus>();
    int found = 0;
    for (var standing : attentive()) {
      if (found < TASKS && counts.containsKey(standing)) {
        pressing.add(standing);
        found += counts.get(standing).number();
      }
    }
    return domainCounts.first(Scope.of(partner), pressing, TASKS).values().stream()
        .flatMap(List::stream)
        .limit(TASKS)
        .map(domain -> new HomePage.Troubled(domain, upcoming.of(domain, now)))
        .toList();
  }

  private static List<DomainStatus> attentive() {
    return Arrays.stream(DomainStatus.values()).filter(DomainStatus::needsAttention).toList();
  }
}
