package nl.poort25.policy;

import java.util.List;
import java.util.function.Predicate;

/** Rules about numbers, for the tests of verdicts and of the conventions. */
enum SampleRule implements Rule<List<Integer>> {
  BELOW_TEN(Article.A4_5.portal(), number -> number >= 10),
  IS_EVEN(Article.A3_2.policy(), number -> number % 2 != 0);

  private final RuleBody<List<Integer>> body;

  SampleRule(Citation cites, Predicate<Integer> offends) {
    body =
        new RuleBody<>(
            cites, numbers -> numbers.stream().filter(offends).map(String::valueOf).toList());
  }

  @Override
  public RuleBody<List<Integer>> body() {
    return body;
  }

  @Override
  public boolean hasFacts(List<Integer> numbers) {
    return !numbers.isEmpty();
  }
}
