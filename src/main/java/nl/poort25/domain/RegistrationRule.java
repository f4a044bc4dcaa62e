package nl.poort25.domain;

import java.util.List;
import java.util.function.Function;
import nl.poort25.policy.Article;
import nl.poort25.policy.Citation;
import nl.poort25.policy.Rule;
import nl.poort25.policy.RuleBody;
import nl.poort25.policy.Verdict;

/** Who may have which name registered. */
enum RegistrationRule implements Rule<RegistrationRuleFacts> {
  /** nothing is moved: any other choice belongs to the domain registration service */
  ACTION_IS_DO_NOT_MOVE(
      Article.A3_2.policy(),
      c ->
          c.origin() == Origin.ADMINISTRATIVE
                  && c.action() != null
                  && c.action() != RegistrationAction.DO_NOT_MOVE
              ? List.of(c.action().name())
              : List.of()),

  /** the offender is the name asked: whose the other is, and which, is nobody's business */
  NAME_IS_FREE(
      Article.A3_4.portal(), c -> c.others().isEmpty() ? List.of() : List.of(c.name().toString())),

  /** whose mail is the provider's own business, held or not */
  NAME_IS_NOT_THE_PROVIDERS(Article.A3_4.portal(), RegistrationRuleFacts::ofProvider),

  /** no DNS leads mail there, whoever has it registered */
  NAME_IS_NOT_OF_SPECIAL_USE(Article.A3_4.portal(), RegistrationRuleFacts::ofSpecialUse),

  /** each refusal weakens what MX records prove for whoever holds the name (3.5) */
  REFUSALS_ARE_FEW(
      Article.A3_4.portal(),
      c -> c.isBarred() ? List.of(String.valueOf(c.refusedLately())) : List.of());

  private final RuleBody<RegistrationRuleFacts> body;

  RegistrationRule(Citation cites, Function<RegistrationRuleFacts, List<String>> offenders) {
    body = new RuleBody<>(cites, offenders);
  }

  @Override
  public boolean hasFacts(RegistrationRuleFacts facts) {
    return switch (this) {
      case ACTION_IS_DO_NOT_MOVE -> facts.action() != null;
      case NAME_IS_FREE, NAME_IS_NOT_THE_PROVIDERS, NAME_IS_NOT_OF_SPECIAL_USE ->
          facts.name() != null;
      default -> true;
    };
  }

  boolean isViolatedIn(Verdict verdict) {
    return verdict.violations().stream().anyMatch(finding -> finding.rule() == this);
  }

  @Override
  public RuleBody<RegistrationRuleFacts> body() {
    return body;
  }
}
