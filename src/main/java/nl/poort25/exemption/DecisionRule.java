package nl.poort25.exemption;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** What staff may decide on a request. */
enum DecisionRule implements Rule<DecisionRuleFacts> {
  /** a rejection opens nothing */
  NO_APPROVAL_WHILE_ABUSE_IS_INVESTIGATED(
      Article.A4_14.policy(), c -> c.approves() ? c.abuse() : List.of()),

  VIOLATIONS_ARE_OVERRULED(
      Article.A1_1.portal(),
      c ->
          c.approves()
              ? c.violated().stream()
                  // of an investigation another rule says that no reason would do
                  .filter(rule -> rule != ExemptionRule.NO_ABUSE_IS_INVESTIGATED)
                  .filter(rule -> !c.overruled().contains(rule) || !rule.canBeOverruled())
                  .map(rule -> rule.cites().article().number())
                  .distinct()
                  .toList()
              : List.of()),

  NOTHING_WIDER_THAN_ASKED(
      Article.A4_6.portal(),
      c -> c.granted().stream().filter(line -> !c.asked().contains(line)).sorted().toList()),

  REJECTION_CITES_AN_ARTICLE(
      Article.A4_11.portal(), c -> !c.approves() && c.cites().isEmpty() ? List.of("–") : List.of()),

  REJECTION_SAYS_WHAT_WOULD_CHANGE_IT(
      Article.A4_11.portal(), c -> !c.approves() && c.cure() == null ? List.of("–") : List.of()),

  /** less than was asked is a rejection of the rest */
  REFUSED_LINES_ARE_EXPLAINED(
      Article.A4_11.portal(),
      c ->
          c.refused().entrySet().stream()
              .filter(line -> !line.getValue().isComplete())
              .map(Map.Entry::getKey)
              .sorted()
              .toList());

  private final RuleBody<DecisionRuleFacts> body;

  DecisionRule(Citation cites, Function<DecisionRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  @Override
  public RuleBody<DecisionRuleFacts> body() {
    return body;
  }
}
