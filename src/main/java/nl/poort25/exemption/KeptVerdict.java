package nl.poort25.exemption;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;

/**
 * A verdict as it is kept: a rule and what broke it, one a line, with a sign before a rule that had
 * nothing to judge. A rule that the portal no longer knows is left out.
 */
public record KeptVerdict(String text) {
  private static final String SEPARATOR = "\t";
  private static final String NOT_JUDGED = "?";
  private static final int MOST_OFFENDERS = 20;

  static KeptVerdict of(Verdict verdict) {
    return new KeptVerdict(
        verdict.findings().stream().map(KeptVerdict::line).collect(Collectors.joining("\n")));
  }

  private static String line(Finding finding) {
    var words = new java.util.ArrayList<String>();
    words.add((finding.isJudged() ? "" : NOT_JUDGED) + finding.rule().name());
    finding.offenders().stream().limit(MOST_OFFENDERS).forEach(words::add);
    return String.join(SEPARATOR, words);
  }

  public Verdict verdict() {
    return new Verdict(text.lines().flatMap(KeptVerdict::finding).toList());
  }

  private static Stream<Finding> finding(String line) {
    boolean isJudged = !line.startsWith(NOT_JUDGED);
    var words = List.of(line.substring(isJudged ? 0 : NOT_JUDGED.length()).split(SEPARATOR));
    return Arrays.stream(ExemptionRule.values())
        .filter(rule -> rule.name().equals(words.get(0)))
        .map(rule -> new Finding(rule, words.subList(1, words.size()), isJudged));
  }
}
