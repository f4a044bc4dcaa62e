package nl.poort25.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.abuse.AbuseAct.AbuseBlocked;
import nl.poort25.abuse.AbuseCaseRuleFacts.Address;
import nl.poort25.account.Account;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.network.Cidr;
import nl.poort25.network.Connections;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Truncation;
import nl.poort25.ticket.SequenceNumbers;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.Tickets;

/**
 * Blocks addresses for abuse by opening a case, or adds addresses to an open one (4.13): case,
 * suspension, ticket and mail in one transaction.
 */
@ApplicationScoped
@Transactional
public class AbuseBlocking {
  private static final int LONGEST_ABOUT = 300;

  @PersistenceContext EntityManager em;
  @Inject Connections connections;
  @Inject BlockCandidates targets;
  @Inject AbuseCases cases;
  @Inject AbuseReports reports;
  @Inject SequenceNumbers numbers;
  @Inject Tickets tickets;
  @Inject Event<Act> acts;

  /**
   * What staff decides by.
   *
   * @param reportId a confirmed report that it rests on, together with all confirmed ones on the
   *     same address and day; null for none
   */
  public record BlockRequest(
      Set<Cidr> addresses, String reason, String note, Long reportId, long by) {}

  /**
   * @param opened null where a rule does not hold
   */
  public record Outcome(Verdict verdict, AbuseCase opened) {}

  /**
   * The same of addresses that come to an open case.
   *
   * @param version of the case, as staff saw it
   */
  record ExtensionRequest(long caseId, int version, Set<Cidr> addresses, String reason, long by) {}

  /** How the addresses stand, and what the rules would say. */
  BlockPreview preview(Set<Cidr> addresses, Long reportId, Instant now) {
    var found = targets.lookUp(addresses, now);
    var gathered = reports.gathered(reportId);
    return new BlockPreview(found, gathered.size(), judge(found, gathered));
  }

  /**
   * Judges and, if every rule holds, blocks: case, suspension, mail and ticket in one transaction.
   */
  public Outcome block(BlockRequest decision, Instant now) {
    var gathered = reports.gathered(decision.reportId());
    var seen = targets.lookUp(decision.addresses(), now);
    var verdict = judge(seen, gathered);
    if (verdict.holds()) {
      connections.lock(seen.get(0).connection().getId(), Scope.ALL);
      // whoever held the lock before may have blocked, or moved, one of them
      seen = targets.lookUp(decision.addresses(), now);
      verdict = judge(seen, gathered);
    }
    return new Outcome(verdict, verdict.holds() ? open(decision, seen, gathered, now) : null);
  }

  private AbuseCase open(
      BlockRequest decision, List<BlockCandidate> seen, List<AbuseReport> gathered, Instant now) {
    var connection = seen.get(0).connection();
    String number = numbers.next("AB", now);
    var ticket =
        tickets.file(
            Ticket.Matter.ABUSE,
            connection.getPartner(),
            connection,
            null,
            about(number, decision.addresses()),
            0,
            now);
    var by = em.find(Account.class, decision.by());
    var opened =
        new AbuseCase(
            number,
            connection,
            decision.addresses(),
            ticket,
            decision.reason(),
            decision.note(),
            by,
            now);
    em.persist(opened);
    em.flush();
    ticket.linkTo(opened.getId());
    acts.fire(new AbuseBlocked(opened, List.copyOf(decision.addresses()), now));
    gathered.forEach(report -> acts.fire(report.gather(opened)));
    return opened;
  }

  /** The same of addresses that would come to an open case. */
  BlockPreview preview(long caseId, Set<Cidr> addresses, Instant now) {
    var found = targets.lookUp(addresses, now);
    return new BlockPreview(found, 0, judge(found, cases.get(caseId, Scope.ALL)));
  }

  /**
   * Judges and, if every rule holds, blocks the addresses within the open case.
   *
   * @throws nl.poort25.web.Conflict if the case has changed since, or is closed
   */
  Outcome extend(ExtensionRequest more, Instant now) {
    var open = cases.lock(more.caseId(), Scope.ALL);
    open.mustStillBe(more.version());
    open.mustBeOpen();
    var verdict = judge(targets.lookUp(more.addresses(), now), open);
    if (verdict.holds()) {
      lockHolders(targets.lookUp(more.addresses(), now));
      verdict = judge(targets.lookUp(more.addresses(), now), open);
    }
    if (!verdict.holds()) {
      return new Outcome(verdict, null);
    }
    // also where nothing but its list of addresses changes
    em.lock(open, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    var act = open.extend(more.addresses(), more.reason(), now);
    em.flush();
    acts.fire(act);
    return new Outcome(verdict, open);
  }

  /** In one order for all who do that. */
  private void lockHolders(List<BlockCandidate> targets) {
    targets.stream()
        .map(target -> target.connection().getId())
        .distinct()
        .sorted()
        .forEach(id -> connections.lock(id, Scope.ALL));
  }

  private static Verdict judge(List<BlockCandidate> targets, AbuseCase open) {
    return Verdict.of(
        AbuseCaseRule.values(),
        AbuseCaseRuleFacts.extension(
            targets.stream().map(target -> facts(target, List.of(), open)).toList()));
  }

  private static Verdict judge(List<BlockCandidate> targets, List<AbuseReport> gathered) {
    return Verdict.of(
        AbuseCaseRule.values(),
        AbuseCaseRuleFacts.block(
            targets.stream().map(target -> facts(target, gathered, null)).toList()));
  }

  private static Address facts(BlockCandidate target, List<AbuseReport> gathered, AbuseCase into) {
    var partner = target.connection() == null ? null : target.connection().getPartner();
    return new Address(
        target.address().toString(),
        target.connection() == null ? null : target.connection().getReference(),
        target.open() == null ? null : target.open().getNumber(),
        gathered.stream()
            .filter(report -> target.address().equals(report.getAddress()))
            .map(report -> report.getConnection().getReference())
            .collect(Collectors.toSet()),
        into == null || partner == null || partner.getId().equals(into.getPartner().getId())
            ? null
            : partner.getName(),
        target.ofProvider());
  }

  private static String about(String number, Set<Cidr> addresses) {
    String all =
        number + ": " + addresses.stream().map(Cidr::toString).collect(Collectors.joining(", "));
    return Truncation.to(LONGEST_ABOUT, all);
  }
}
