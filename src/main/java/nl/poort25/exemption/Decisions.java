package nl.poort25.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.poort25.account.Account;
import nl.poort25.account.Partners;
import nl.poort25.account.Scope;
import nl.poort25.audit.Act;
import nl.poort25.exemption.ExemptionAct.ExemptionDecided;
import nl.poort25.network.Flow;
import nl.poort25.policy.Article;
import nl.poort25.policy.Verdict;
import nl.poort25.web.Conflict;

/** What staff decides on requests, each a transaction of its own. */
@ApplicationScoped
@Transactional
public class Decisions {
  @PersistenceContext EntityManager em;
  @Inject Exemptions exemptions;
  @Inject Partners partners;
  @Inject ExemptionFacts facts;
  @Inject Event<Act> acts;

  /**
   * What staff has filled in.
   *
   * @param version of the exemption as it was shown
   * @param lines ids of the openings that are granted, at least one
   * @param refused why each of the others is not
   * @param overruled why each rule is set aside
   * @param cure what would change the answer, or null
   */
  public record DecisionInput(
      int version,
      Set<Long> lines,
      ReasonsGiven refused,
      Map<ExemptionRule, String> overruled,
      Set<Article> cites,
      String reason,
      String cure) {
    boolean grants(Opening line) {
      return lines.contains(line.getId());
    }
  }

  /** Opens what is granted, as soon as the network does it; the rest is declined. */
  public Verdict approve(long id, DecisionInput asked, long by, Instant now) {
    var exemption = waiting(id, asked.version());
    var lines = exemptions.openings(id);
    var granted = lines.stream().filter(asked::grants).map(Opening::getFlow).toList();
    var said = facts.judge(ExemptionCandidate.granting(granted, exemption));
    var verdict =
        Verdict.of(
            DecisionRule.values(),
            DecisionRuleFacts.of(asked, said)
                .approving(words(exemption.lines()), ticked(asked, lines), refused(asked, lines)));
    if (!verdict.holds()) {
      return verdict;
    }
    boolean all = granted.size() == lines.size();
    var kind = all ? Decision.Kind.APPROVAL : Decision.Kind.PARTIAL_APPROVAL;
    var decision = decision(exemption, kind, by, asked.reason(), now);
    overrule(decision, said, asked);
    em.persist(decision);
    for (var line : lines) {
      if (asked.grants(line)) {
        line.approve(decision, now);
      } else {
        line.decline(decision, asked.refused().of(line));
      }
    }
    exemption.approve(lines, now);
    acts.fire(new ExemptionDecided(exemption, decision, lines));
    return verdict;
  }

  /** What was ticked; a line of another request with the number of that. */
  private Set<String> ticked(DecisionInput asked, List<Opening> lines) {
    var ticked = new TreeSet<String>();
    for (long id : asked.lines()) {
      var own = lines.stream().filter(line -> line.getId() == id).findFirst();
      ticked.add(own.map(line -> line.getFlow().words()).orElseGet(() -> elsewhere(id)));
    }
    return ticked;
  }

  private String elsewhere(long id) {
    var line = em.find(Opening.class, id);
    if (line == null) {
      throw new Conflict("there is no opening " + id);
    }
    return line.getFlow().words() + " (" + line.getExemption().getNumber() + ")";
  }

  private static Map<String, RefusalReason> refused(DecisionInput asked, List<Opening> lines) {
    return lines.stream()
        .filter(line -> !asked.grants(line))
        .collect(Collectors.toMap(line -> line.getFlow().words(), asked.refused()::of));
  }

  public Verdict reject(long id, DecisionInput asked, long by, Instant now) {
    var exemption = waiting(id, asked.version());
    var lines = exemptions.openings(id);
    var said = facts.judge(facts.asked(exemption));
    var verdict = Verdict.of(DecisionRule.values(), DecisionRuleFacts.of(asked, said));
    if (!verdict.holds()) {
      return verdict;
    }
    var decision =
        decision(exemption, Decision.Kind.REJECTION, by, asked.reason(), now)
            .citing(asked.cites(), asked.cure());
    em.persist(decision);
    lines.forEach(line -> line.decline(decision, null));
    exemption.reject(now);
    acts.fire(new ExemptionDecided(exemption, decision, lines));
    return verdict;
  }

  /** Keeps open what was taken over, with a reason for each rule that it violates now (1.1). */
  Verdict accept(long id, DecisionInput asked, long by, Instant now) {
    var exemption = locked(id, asked.version());
    exemption.mustBeToAccept();
    var lines = exemptions.openings(id);
    var said = facts.judge(facts.asked(exemption));
    var open = words(lines.stream().map(Opening::getFlow).toList());
    var verdict =
        Verdict.of(
            DecisionRule.values(),
            DecisionRuleFacts.of(asked, said).approving(open, open, Map.of()));
    if (!verdict.holds()) {
      return verdict;
    }
    var decision = decision(exemption, Decision.Kind.ACCEPTANCE, by, asked.reason(), now);
    overrule(decision, said, asked);
    em.persist(decision);
    exemption.accept();
    acts.fire(new ExemptionDecided(exemption, decision, lines));
    return verdict;
  }

  private static void overrule(Decision decision, Verdict said, DecisionInput asked) {
    for (var finding : said.violations()) {
      var rule = (ExemptionRule) finding.rule();
      String offenders = String.join(", ", finding.offenders());
      decision.addOverruling(rule.name(), shortened(offenders), asked.overruled().get(rule));
    }
  }

  private Exemption waiting(long id, int version) {
    var exemption = locked(id, version);
    exemption.mustWait();
    return exemption;
  }

  private Exemption locked(long id, int version) {
    var seen = exemptions.get(id, Scope.ALL);
    partners.lock(seen.getPartner().getId());
    var exemption = exemptions.lock(id, Scope.ALL);
    exemption.mustStillBe(version);
    return exemption;
  }

  private Decision decision(
      Exemption exemption, Decision.Kind kind, long by, String reason, Instant now) {
    return new Decision(exemption, kind, em.getReference(Account.class, by), reason, now);
  }

  private static Set<String> words(List<Flow> lines) {
    return lines.stream().map(Flow::words).collect(Collectors.toSet());
  }

  private static String shortened(String text) {
    return text.length() <= 1000 ? text : text.substring(0, 1000);
  }
}
