package nl.poort25.network;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.poort25.database.StoredName;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;

/** What may stand on the list of the provider's own mail servers, and who may change it (2.5). */
@StoredName("MailServerRule")
enum ProviderMailServerRule implements Rule<ProviderMailServerRuleFacts> {
  SERVER_IN_NETWORK(Article.A2_2.policy(), c -> address(c, facts -> !facts.inNetwork())),

  /** what a partner holds is opened by a decision (4.7), not by this list */
  SERVER_IS_NO_PARTNERS(
      Article.A2_5.portal(),
      c -> c.connection() == null ? List.of() : List.of(c.address() + " (" + c.connection() + ")")),

  SERVER_IS_LISTED_ONCE(Article.A2_5.portal(), c -> address(c, ProviderMailServerRuleFacts::taken)),

  SERVER_NOT_UNDER_INVESTIGATION(
      Article.A4_14.policy(), ProviderMailServerRuleFacts::investigations),

  /** the offender is who proposed it himself */
  SECOND_PERSON_CONFIRMS(
      Article.A2_5.portal(),
      c ->
          c.confirmer() != null && c.confirmer().equals(c.proposer())
              ? List.of(c.confirmer().name())
              : List.of());

  private final RuleBody<ProviderMailServerRuleFacts> body;

  ProviderMailServerRule(
      Citation cites, Function<ProviderMailServerRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  private static List<String> address(
      ProviderMailServerRuleFacts facts, Predicate<ProviderMailServerRuleFacts> isWrong) {
    return isWrong.test(facts) ? List.of(facts.address()) : List.of();
  }

  @Override
  public RuleBody<ProviderMailServerRuleFacts> body() {
    return body;
  }
}
