package nl.poort25.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.abuse.AbuseCase;
import nl.poort25.domain.DomainRow;
import nl.poort25.domain.DomainStatus;
import nl.poort25.domain.NextStepView;
import nl.poort25.exemption.Exemption;
import nl.poort25.exemption.ExemptionState;
import nl.poort25.exemption.Opening;
import nl.poort25.list.BoundedCount;
import nl.poort25.text.Text;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketRow;

/**
 * The model of the partner's home page.
 *
 * @param domains how many stand how
 * @param troubled the first few domains that ask something, the most pressing first
 * @param exemptions how many are in which state
 * @param cases the open ones
 * @param questions tickets that wait for the partner
 * @param waiting tickets that wait for the provider, by deadline
 * @param toConfirm exemptions whose yearly confirmation is due
 * @param drafts requests that were begun and not sent
 * @param granted what was granted and is not open
 */
record HomePage(
    Map<DomainStatus, BoundedCount> domains,
    List<Troubled> troubled,
    Map<ExemptionState, BoundedCount> exemptions,
    List<AbuseCase> cases,
    List<TicketRow> questions,
    List<TicketRow> waiting,
    List<Exemption> toConfirm,
    List<Exemption> drafts,
    List<Opening> granted,
    Instant now) {
  /** A domain that asks something, and what. */
  record Troubled(DomainRow domain, NextStepView next) {}

  /** A confirmation that is due sooner comes before the domains. */
  private static final Duration SOON = Duration.ofDays(7);

  /** All that asks something of him, the most pressing first; a draft may wait. */
  List<HomeTask> tasks() {
    return Stream.of(
            unanswered().map(HomeTask::of),
            questions.stream().map(line -> HomeTask.of(line.ticket(), line.href())),
            toConfirm.stream().filter(this::isSoon).map(e -> HomeTask.toConfirm(e, now)),
            troubled.stream().map(t -> HomeTask.of(t.domain(), t.next())),
            toConfirm.stream().filter(e -> !isSoon(e)).map(e -> HomeTask.toConfirm(e, now)),
            drafts.stream().map(HomeTask::ofDraft))
        .flatMap(tasks -> tasks)
        .toList();
  }

  private Stream<AbuseCase> unanswered() {
    return cases.stream().filter(open -> open.getToAnswer() > 0);
  }

  private boolean isSoon(Exemption open) {
    return open.getConfirmBy().isBefore(now.plus(SOON));
  }

  /** Without the drafts, and with the domains that are not among the first few. */
  BoundedCount attention() {
    long others = unanswered().count() + questions.size() + toConfirm.size();
    return troubledDomains().plus(BoundedCount.of((int) others));
  }

  /** What the list of tasks leaves out: domains only, of which there may be thousands. */
  Text more() {
    var others = troubledDomains().without(troubled.size());
    return others.isZero() ? null : others.say("domain.home.more");
  }

  /** How many exemptions are blocked for abuse, in words; null where none is. */
  Text blocked() {
    var blocked = exemptions.get(ExemptionState.SUSPENDED);
    return blocked == null ? null : blocked.say("domain.home.blocked");
  }

  private BoundedCount troubledDomains() {
    return sum(Arrays.stream(DomainStatus.values()).filter(DomainStatus::needsAttention).toList());
  }

  /** How many are in order, of how many. */
  Text inOrderOfAll() {
    return Text.of(
        "domain.home.sum",
        active().isMore() ? active().number() + 1 : active().number(),
        sum(List.of(DomainStatus.IN_ORDER)).text(),
        active().text());
  }

  BoundedCount active() {
    return sum(Arrays.stream(DomainStatus.values()).filter(s -> !s.isEnd()).toList());
  }

  BoundedCount sum(List<DomainStatus> of) {
    return of.stream()
        .map(standing -> domains.getOrDefault(standing, BoundedCount.ZERO))
        .reduce(BoundedCount.ZERO, BoundedCount::plus);
  }

  /** What the provider has to answer; an investigation that waits for the partner is his turn. */
  List<TicketRow> withProvider() {
    var his = new ArrayList<Long>();
    unanswered().forEach(open -> his.add(open.getId()));
    return waiting.stream()
        .filter(
            line ->
                line.ticket().getMatter() != Ticket.Matter.ABUSE
                    || !his.contains(line.ticket().getMatterId()))
        .toList();
  }

  boolean hasGranted() {
    return hasGranted(exemptions);
  }

  static boolean hasGranted(Map<ExemptionState, BoundedCount> states) {
    return states.keySet().stream().anyMatch(ExemptionState::granted);
  }

  Text heading() {
    if (!attention().isZero()) {
      return attention().say("domain.home.attention");
    }
    return Text.of(isEmpty() ? "domain.home.empty" : "domain.home.fine");
  }

  /** Neither a domain nor anything that asks him for something: he is told what to do first. */
  boolean isBeforeAll() {
    return active().isZero() && tasks().isEmpty();
  }

  /** Nothing is known of him yet. */
  boolean isEmpty() {
    return active().isZero() && exemptions.isEmpty() && questions.isEmpty() && waiting.isEmpty();
  }
}
