package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.network.Flow;
import nl.poort25.policy.Article;
import nl.poort25.policy.ArticleKind;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;
import nl.poort25.text.FormattedDiff;
import nl.poort25.ticket.TicketPages;
import nl.poort25.ticket.Tickets;
import nl.poort25.web.Page;

/** Gathers what staff needs to decide on an exemption. */
@ApplicationScoped
class StaffExemptionPages {
  /** What a rejection can rest on: the network, and all of chapter 4 that is a rule. */
  private static final List<Article> CITABLE =
      Arrays.stream(Article.values())
          .filter(
              a ->
                  a == Article.A1_1
                      || a == Article.A2_2
                      || (a.number().startsWith("4.")
                          && !a.kinds().equals(Set.of(ArticleKind.TOLD))))
          .toList();

  @Inject Exemptions exemptions;
  @Inject ExemptionPages pages;
  @Inject EarlierCases before;
  @Inject ExemptionFacts facts;
  @Inject CoveringCases covering;
  @Inject Tickets tickets;
  @Inject TicketPages ticketPages;
  @Inject PointConfirmations confirmations;
  @Inject FirewallPreview preview;
  @Inject CurrentUser user;

  @Transactional
  Page show(long id) {
    return show(id, null);
  }

  /**
   * @param answer the id of a standard answer that the next update begins with; or null
   */
  @Transactional
  Page show(long id, Long answer) {
    var exemption = exemptions.get(id, Scope.ALL);
    var lines = exemptions.openings(id);
    boolean waits = exemption.getState() == ExemptionState.SUBMITTED;
    boolean reviews = user.visitor().reviews();
    var toDo = lines.stream().filter(o -> o.getToDo() != null).toList();
    var awaited = confirmations.awaited(toDo);
    var byHand = toDo.stream().filter(o -> !awaited.contains(o.getId())).toList();
    var page =
        pages
            .with(Page.of("exemption/staff-show.html"), exemption, lines, true)
            .with("then", violated(exemption.getVerdict()))
            .with("waits", waits)
            .with("decides", waits && reviews)
            .with("ends", exemption.getState().granted() && reviews)
            .with("earlier", before.earlier(exemption, lines))
            .with("alike", before.alike(exemption))
            .with("toOpen", toDo(byHand, Opening.ToDo.OPEN))
            .with("toClose", toDo(byHand, Opening.ToDo.CLOSE))
            .with("awaited", toDo.stream().filter(o -> awaited.contains(o.getId())).toList())
            .with("foreseen", foreseen(lines))
            .with("grounds", CITABLE)
            .with("staff", tickets.staff())
            .with("form", DecisionForm.EMPTY);
    String path = StaffExemptionsResource.PATH + "/" + id;
    page = ticketPages.withAnswer(page, answer, path, path);
    if (!waits && exemption.getToAcceptSince() == null) {
      return page;
    }
    var now = facts.judge(facts.asked(exemption));
    return page.with(
            "broken", now.violations().stream().map(f -> f.rule().cites().article()).toList())
        .with("verdict", now)
        .with("suggested", suggested(lines, now))
        .with("forbidden", new Verdict(unforgivable(now)))
        .with("grantable", grantable(exemption, lines, now))
        .with("holding", holding(exemption))
        .with("findings", ShownFindings.of(exemption, now));
  }

  /** Null where nothing was. */
  private static Verdict violated(Verdict verdict) {
    return verdict == null || verdict.holds() ? null : verdict;
  }

  /** What nobody may set aside: with it, nothing of what it concerns is approved. */
  private static List<Finding> unforgivable(Verdict verdict) {
    return verdict.violations().stream()
        .filter(finding -> !((ExemptionRule) finding.rule()).canBeOverruled())
        .toList();
  }

  /** The ids of the lines that could be granted, were the others refused. */
  private Set<Long> grantable(Exemption exemption, List<Opening> lines, Verdict now) {
    if (unforgivable(now).isEmpty()) {
      return lines.stream().map(Opening::getId).collect(Collectors.toSet());
    }
    var alone =
        facts.of(
            lines.stream()
                .map(line -> ExemptionCandidate.granting(List.of(line.getFlow()), exemption))
                .toList());
    return IntStream.range(0, lines.size())
        .filter(i -> unforgivable(ExemptionFacts.verdict(alone.get(i))).isEmpty())
        .mapToObj(i -> lines.get(i).getId())
        .collect(Collectors.toSet());
  }

  private List<CaseOnConnection> holding(Exemption exemption) {
    return covering.holding(exemption).stream()
        .map(open -> CaseOnConnection.of(open, Scope.ALL))
        .toList();
  }

  /** The article that a line offends, if one does, by the id of the opening. */
  private static Map<Long, Article> suggested(List<Opening> lines, Verdict now) {
    var suggested = new HashMap<Long, Article>();
    for (var finding : now.violations()) {
      if (((ExemptionRule) finding.rule()).isOfALine()) {
        lines.stream()
            .filter(line -> isOneOf(line.getFlow(), finding.offenders()))
            .forEach(line -> suggested.putIfAbsent(line.getId(), finding.cites().article()));
      }
    }
    return suggested;
  }

  private static boolean isOneOf(Flow line, List<String> offenders) {
    return offenders.contains("" + line.source())
        || offenders.contains("" + line.destination())
        || offenders.contains(line.words());
  }

  /** What an approval of all that waits would change, or an end of all that is granted. */
  private List<FormattedDiff> foreseen(List<Opening> lines) {
    var opened =
        lines.stream()
            .filter(o -> o.getState() == OpeningState.WAITING)
            .map(Opening::getFlow)
            .toList();
    var closed =
        lines.stream()
            .filter(o -> o.getState() == OpeningState.APPROVED || o.getState() == OpeningState.OPEN)
            .map(Opening::getFlow)
            .toList();
    return opened.isEmpty() && closed.isEmpty() ? List.of() : preview.of(opened, closed);
  }

  private static List<Opening> toDo(List<Opening> byHand, Opening.ToDo what) {
    return byHand.stream()
        .filter(o -> o.getToDo() == what)
        .filter(o -> what == Opening.ToDo.CLOSE || o.getBlockedBy() == null)
        .toList();
  }
}
