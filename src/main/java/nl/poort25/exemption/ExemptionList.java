package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.list.ListPage;
import nl.poort25.list.ListQuery;
import nl.poort25.list.ListRequest;
import nl.poort25.network.AddressSearch;
import nl.poort25.policy.ExemptionKind;

/** Lists of exemptions, newest first. */
@ApplicationScoped
@Transactional
public class ExemptionList {
  /** What a URL has in place of a state for those of which less was granted than was asked. */
  private static final String PARTLY = "partly";

  private static final String BETWEEN = "o.destinationKey >= :first and o.destinationKey <= :last";

  private static final AddressSearch SEARCH =
      new AddressSearch(
          "select distinct o.exemptionId from Opening o where " + BETWEEN,
          ListQuery.has("Opening o", "o.exemptionId", "e.id", BETWEEN),
          "select e.id from Exemption e where e.ticket.number = :number");

  @PersistenceContext EntityManager em;
  @Inject Exemptions exemptions;
  @Inject ExemptionTasks tasks;
  @Inject InstantSource clock;

  /** One line: an exemption and all that it opens. */
  public record Row(Exemption exemption, List<Opening> openings) {}

  public ListPage<Row> page(ListRequest request, Scope scope) {
    var query =
        new ListQuery<>(Exemption.class, "Exemption e")
            .join("left join fetch e.partner left join fetch e.connection left join fetch e.ticket")
            .descending()
            .fix("e.partnerId", scope.partnerOf(request));
    var state = request.choice("state", states(scope), null);
    var task = request.choice("task", ExemptionTask.class);
    if (request.flag("state", PARTLY)) {
      query.fix("e.partly", true);
    } else if (state != null) {
      query.fix("e.state", state);
    } else if (scope.isAll() && task == null) {
      query.fix("e.draft", false);
    }
    query.whereEqual("e.kind", request.choice("kind", ExemptionKind.class));
    tasks.narrow(query, task, clock.instant());
    SEARCH.narrow(em, query, request.text("q"));
    var found = query.byNumber("e.id", Exemption::getId).page(em, request);
    var lines = exemptions.openings(found.rows());
    return found.map(e -> new Row(e, lines.getOrDefault(e.getId(), List.of())));
  }

  /** What a list can be narrowed to: a draft does not exist for staff. */
  static List<ExemptionState> states(Scope scope) {
    return Arrays.stream(ExemptionState.values())
        .filter(state -> !scope.isAll() || state != ExemptionState.DRAFT)
        .toList();
  }
}
