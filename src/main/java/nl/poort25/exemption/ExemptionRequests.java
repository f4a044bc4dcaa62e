package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Partner;
import nl.poort25.account.Partners;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.exemption.ExemptionAct.ExemptionConfirmed;
import nl.poort25.exemption.ExemptionAct.ExemptionWithdrawn;
import nl.poort25.exemption.ExemptionRuleFacts.Acknowledgements;
import nl.poort25.network.Connections;
import nl.poort25.network.Flow;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Truncation;
import nl.poort25.ticket.Ticket;
import nl.poort25.ticket.TicketOutcome;
import nl.poort25.ticket.Tickets;

/**
 * What a partner does with his requests: begin, answer, submit, copy. Each is a transaction of its
 * own.
 */
@ApplicationScoped
@Transactional
public class ExemptionRequests {
  private static final int LONGEST_ABOUT = 300;

  @PersistenceContext EntityManager em;
  @Inject Exemptions exemptions;
  @Inject Openings openings;
  @Inject Connections connections;
  @Inject Partners partners;
  @Inject Tickets tickets;
  @Inject ExemptionFacts facts;
  @Inject Event<Act> acts;

  public long begin(ExemptionKind kind, boolean outside, long partnerId, long by, Instant now) {
    var draft =
        new Exemption(
            kind,
            outside && kind == ExemptionKind.OWN_MAIL_SERVICE,
            em.getReference(Partner.class, partnerId),
            em.getReference(Account.class, by),
            now);
    em.persist(draft);
    return draft.getId();
  }

  long copy(long id, Scope scope, long by, Instant now) {
    var copy = exemptions.get(id, scope).copy(em.getReference(Account.class, by), now);
    em.persist(copy);
    return copy.getId();
  }

  public void answer(long id, Scope scope, int seen, Consumer<Exemption> answer) {
    var draft = exemptions.lock(id, scope);
    draft.mustStillBe(seen);
    answer.accept(draft);
  }

  public void chooseConnection(long id, Scope scope, int seen, long connectionId) {
    var draft = exemptions.lock(id, scope);
    draft.mustStillBe(seen);
    draft.chooseConnection(connections.get(connectionId, scope));
  }

  /** The draft as the rules see it now. */
  public Verdict previewSubmission(long id, Scope scope) {
    return facts.judge(facts.asked(exemptions.get(id, scope)));
  }

  /**
   * Sends it, if it may be sent: with every box ticked, and where a rule is violated only if the
   * partner has seen exactly that.
   *
   * @param accepted the violations that the partner has seen on the check page
   * @return what the rules say; it is sent if {@link #canBeSent} says so
   */
  public Verdict submit(
      long id,
      long partnerId,
      int seen,
      Acknowledgements acknowledged,
      String accepted,
      long by,
      Instant now) {
    // whoever counts what a partner or a colocation has waits here for whoever adds to it (4.5)
    var partner = partners.lock(partnerId);
    var draft = exemptions.lock(id, Scope.of(partnerId));
    draft.mustStillBe(seen);
    draft.mustBeDraft();
    var found = facts.of(List.of(facts.asked(draft, acknowledged))).get(0);
    var verdict = ExemptionFacts.verdict(found);
    if (!draft.missing().isEmpty() || !canBeSent(verdict, accepted)) {
      return verdict;
    }
    var account = em.getReference(Account.class, by);
    var ticket =
        tickets.file(
            Ticket.Matter.EXEMPTION,
            partner,
            draft.getConnection(),
            account,
            about(draft.lines()),
            verdict.violations().size(),
            now);
    for (var line : draft.lines()) {
      em.persist(new Opening(draft, line, found.isFree(line)));
    }
    var act = draft.submit(ticket, verdict, account, now);
    em.flush();
    acts.fire(act);
    return verdict;
  }

  /** The partner takes back a draft, a request, or what is open (any time). */
  void withdraw(long id, Scope scope, int version, Instant now) {
    var exemption = exemptions.lock(id, scope);
    exemption.mustStillBe(version);
    if (exemption.getState() == ExemptionState.DRAFT) {
      em.remove(exemption); // nobody but its partner ever saw it
      return;
    }
    var was = exemption.getState();
    exemption.withdraw(now);
    exemptions.openings(id).forEach(line -> line.close(now));
    exemption.closeTicket(TicketOutcome.WITHDRAWN, now);
    acts.fire(new ExemptionWithdrawn(exemption, was));
  }

  /** The partner still needs it. */
  void confirm(long id, Scope scope, Instant now) {
    var exemption = exemptions.lock(id, scope);
    exemption.confirm(now, openings.nextConfirmation(now));
    acts.fire(new ExemptionConfirmed(exemption));
  }

  /** What a partner accepts when he sends a request that violates rules: their names. */
  public static String violations(Verdict verdict) {
    return verdict.violations().stream()
        .map(finding -> finding.rule().name())
        .collect(Collectors.joining(","));
  }

  static boolean canBeSent(Verdict verdict, String accepted) {
    return verdict.violations().stream()
            .allMatch(finding -> ((ExemptionRule) finding.rule()).canBeOverruled())
        && violations(verdict).equals(accepted);
  }

  /** The numbers of the articles that these rest on. */
  static String articles(List<Finding> violations) {
    return violations.stream()
        .map(finding -> finding.cites().article().number())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** What goes open, in as many words as a ticket has room for. */
  public static String about(List<Flow> lines) {
    String all = lines.stream().map(Flow::words).collect(Collectors.joining(", "));
    return Truncation.to(LONGEST_ABOUT, all);
  }
}
