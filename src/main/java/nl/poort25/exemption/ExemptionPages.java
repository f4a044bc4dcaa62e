package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nl.poort25.account.Scope;
import nl.poort25.audit.AuditLog;
import nl.poort25.exemption.ExemptionProgress.Facts;
import nl.poort25.list.ListRequest;
import nl.poort25.network.Connection;
import nl.poort25.network.Connections;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.PolicyVersion;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;
import nl.poort25.ticket.TicketPages;
import nl.poort25.ticket.Tickets;
import nl.poort25.web.Choice;
import nl.poort25.web.FormErrors;
import nl.poort25.web.Page;

/** Gathers what the pages of one exemption show. */
@ApplicationScoped
class ExemptionPages {
  private static final int HISTORY = 20;

  @Inject Exemptions exemptions;
  @Inject CoveringCases covering;
  @Inject ExemptionList list;
  @Inject Connections connections;
  @Inject Tickets tickets;
  @Inject TicketPages conversations;
  @Inject AuditLog log;
  @Inject OutsideCheckResults sights;
  @Inject HeldPointCheck heldBack;
  @Inject InstantSource clock;

  Page begin(KindStep form, FormErrors errors) {
    return Page.of("exemption/new.html").with("form", form).with("errors", errors);
  }

  Page step(Exemption exemption, RequestStep step, StepForm form, FormErrors errors) {
    var connections = step == RequestStep.CONNECTION ? choices(exemption) : List.<Choice>of();
    return Page.of("exemption/step.html")
        .with("exemption", exemption)
        .with("step", step)
        .with("form", form)
        .with("errors", errors)
        .with("connections", connections)
        .with("savable", step != RequestStep.CONNECTION || !connections.isEmpty())
        .with("extensible", form instanceof ServersStep servers && !servers.isFull());
  }

  private List<Choice> choices(Exemption exemption) {
    return connections.of(exemption.getPartner().getId()).stream()
        .map(ExemptionPages::choice)
        .toList();
  }

  private static Choice choice(Connection connection) {
    var kind = Text.of("audit.value." + connection.getKind());
    String where =
        connection.getSite() != null
            ? connection.getSite()
            : connection.getCustomer() != null ? connection.getCustomer().getName() : null;
    var label =
        where == null
            ? Text.of("exemption.connection.choice", connection.getReference(), kind)
            : Text.of("exemption.connection.choice-at", connection.getReference(), kind, where);
    return new Choice("" + connection.getId(), label, null);
  }

  @Transactional
  Page check(Exemption exemption, Verdict verdict, Instant now) {
    return Page.of("exemption/check.html")
        .with("onConnection", onConnection(exemption, Scope.of(exemption.getPartner())))
        .with("exemption", exemption)
        .with("check", new RequestCheck(exemption.missing(), verdict))
        .with("findings", ShownFindings.of(exemption, verdict))
        .with("deadline", tickets.term(now).at())
        .with("measuresBox", Text.of("exemption.acknowledge.measures"))
        .with("policyBox", Text.of("exemption.acknowledge.policy", PolicyVersion.current().date()));
  }

  /** Open cases that cover the connection, while something may still go open on it (4.13). */
  private List<CaseOnConnection> onConnection(Exemption exemption, Scope scope) {
    return exemption.getState().isOver() || exemption.getState() == ExemptionState.OPEN
        ? List.of()
        : covering.onConnection(exemption).stream()
            .map(open -> CaseOnConnection.of(open, scope))
            .toList();
  }

  Page list(ListRequest asked, Scope scope) {
    var found = list.page(asked, scope);
    var openings = found.rows().stream().flatMap(row -> row.openings().stream()).toList();
    var seen = sights.of(openings);
    var held = heldBack.of(openings);
    String none =
        found.isNarrowed() || scope.isAll() ? "exemption.list.none" : "exemption.list.empty";
    return Page.of("exemption/list.html")
        .with("list", found.map(row -> ExemptionRow.of(row, seen, held)))
        .with("heldBack", held)
        .with("none", Text.of(none))
        .with("base", asked.path())
        .with("kinds", ExemptionKind.values())
        .with("tasks", ExemptionTask.values())
        .with("partners", null)
        .with("states", ExemptionList.states(scope));
  }

  @Transactional
  Page show(long id, Scope scope) {
    var page = Page.of("exemption/show.html");
    return with(page, exemptions.get(id, scope), exemptions.openings(id), false);
  }

  /** What it was rejected by; null where it was not. */
  private static Decision rejected(Exemption exemption, List<Decision> decisions) {
    return exemption.getState() != ExemptionState.REJECTED || decisions.isEmpty()
        ? null
        : decisions.get(decisions.size() - 1);
  }

  /** Adds what both sides see of an exemption. */
  Page with(Page page, Exemption exemption, List<Opening> openings, boolean forStaff) {
    long id = exemption.getId();
    var seenOutside = sights.of(openings);
    var cases = onConnection(exemption, forStaff ? Scope.ALL : Scope.of(exemption.getPartner()));
    boolean suspended = exemption.getState() == ExemptionState.SUSPENDED;
    var decisions = exemptions.decisions(id);
    var seen =
        page.with("exemption", exemption)
            .with("openings", openings)
            .with("onConnection", cases)
            .with("suspendedBy", suspended ? cases : List.of())
            .with("seen", seenOutside)
            .with("contrary", seenOutside.values().stream().anyMatch(s -> s.sight().isContrary()))
            .with("heldBack", heldBack.of(openings))
            .with("way", ExemptionProgress.of(Facts.of(exemption, clock.instant())))
            .with("rejected", rejected(exemption, decisions))
            .with("decisions", decisions)
            .with("history", log.history("exemption", id, HISTORY));
    return exemption.getTicket() == null
        ? seen
        : conversations.withConversation(seen, exemption.getTicket(), forStaff);
  }
}
