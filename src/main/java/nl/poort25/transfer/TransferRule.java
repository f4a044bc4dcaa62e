package nl.poort25.transfer;

import java.util.List;
import java.util.function.Function;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** When staff may give a name to another partner. */
enum TransferRule implements Rule<TransferRuleFacts> {
  /** neither gets anything new, nor gets out of it what is investigated */
  NOBODY_IS_INVESTIGATED(Article.A4_14.portal(), TransferRuleFacts::investigated),

  /** names that contain one another are one partner's, so they go together */
  NAMES_GO_AT_ONCE(
      Article.A3_4.portal(),
      c -> c.names() > c.most() ? List.of(String.valueOf(c.most())) : List.of());

  private final RuleBody<TransferRuleFacts> body;

  TransferRule(Citation cites, Function<TransferRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  @Override
  public RuleBody<TransferRuleFacts> body() {
    return body;
  }
}
