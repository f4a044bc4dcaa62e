package nl.poort25.policy;

import java.util.List;
import java.util.function.Predicate;

/** Rules about numbers, for the tests of verdicts and of the conventions. */
enum SampleRule implements Rule<List<Integer>> {
  BELOW_TEN(Article.A4_5.portal(), number -> number >= 10),
  IS_EVEN(Article.A3_2.policy(), number -> number % 2 != 0);

  private final Check<List<Integer>> check;

  SampleRule(Citation cites, Predicate<Integer> offends) {
    check =
        new Check<>(
            cites, numbers -> numbers.stream().filter(offends).map(String::valueOf).toList());
  }

  @Override
  public Check<List<Integer>> check() {
    return check;
  }

  @Override
  public boolean hasFacts(List<Integer> numbers) {
    return !numbers.isEmpty();
  }
}
