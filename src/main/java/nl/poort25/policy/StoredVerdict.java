package nl.poort25.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A verdict as text in a column: a rule and its offenders, one a line, with a sign before a rule
 * that could not be judged. A rule that the portal no longer has is left out when it is read.
 */
public record StoredVerdict(String text) {
  private static final String SEPARATOR = "\t";
  private static final String NOT_JUDGED = "?";

  /**
   * @param mostOffenders of each rule, as its column has room for
   */
  public static StoredVerdict of(List<Finding> findings, int mostOffenders) {
    return new StoredVerdict(
        findings.stream()
            .map(finding -> line(finding, mostOffenders))
            .collect(Collectors.joining("\n")));
  }

  private static String line(Finding finding, int mostOffenders) {
    String rule = (finding.isJudged() ? "" : NOT_JUDGED) + finding.rule().name();
    return Stream.concat(Stream.of(rule), finding.offenders().stream().limit(mostOffenders))
        .collect(Collectors.joining(SEPARATOR));
  }

  /**
   * @param rules of the feature that kept it
   */
  public Verdict verdict(Rule<?>[] rules) {
    return new Verdict(text.lines().flatMap(line -> finding(line, rules)).toList());
  }

  private static Stream<Finding> finding(String line, Rule<?>[] rules) {
    boolean isJudged = !line.startsWith(NOT_JUDGED);
    var words = List.of(line.substring(isJudged ? 0 : NOT_JUDGED.length()).split(SEPARATOR));
    return Arrays.stream(rules)
        .filter(rule -> rule.name().equals(words.get(0)))
        .map(rule -> new Finding(rule, words.subList(1, words.size()), isJudged));
  }
}
