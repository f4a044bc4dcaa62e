package nl.poort25.exemption;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.policy.Article;
import nl.poort25.policy.Verdict;

/**
 * Every fact that the rules of a decision may look at.
 *
 * @param approves or rejects
 * @param cites what a rejection rests on
 * @param cure what would change the answer, or null
 * @param asked the lines of the request
 * @param granted those that would go open, whichever request they were ticked of
 * @param refused of an approval, the others with why; each rejection has one reason for all
 * @param violated the rules that what is granted violates now
 * @param overruled those that are set aside with a reason
 * @param abuse the numbers of the partner's open abuse cases
 */
record DecisionRuleFacts(
    boolean approves,
    Set<Article> cites,
    String cure,
    Set<String> asked,
    Set<String> granted,
    Map<String, RefusalReason> refused,
    Set<ExemptionRule> violated,
    Set<ExemptionRule> overruled,
    List<String> abuse) {
  /**
   * Of a rejection.
   *
   * @param said what the rules of a request say of what would go open
   */
  static DecisionRuleFacts of(Decisions.DecisionInput asked, Verdict said) {
    var violated = new EnumMap<ExemptionRule, List<String>>(ExemptionRule.class);
    said.violations().forEach(f -> violated.put((ExemptionRule) f.rule(), f.offenders()));
    return new DecisionRuleFacts(
        false,
        asked.cites(),
        asked.cure(),
        Set.of(),
        Set.of(),
        Map.of(),
        violated.keySet(),
        asked.overruled().keySet(),
        violated.getOrDefault(ExemptionRule.NO_ABUSE_IS_INVESTIGATED, List.of()));
  }

  /** The same, approving. */
  DecisionRuleFacts approving(
      Set<String> linesAsked, Set<String> linesGranted, Map<String, RefusalReason> linesRefused) {
    return new DecisionRuleFacts(
        true, cites, cure, linesAsked, linesGranted, linesRefused, violated, overruled, abuse);
  }
}
