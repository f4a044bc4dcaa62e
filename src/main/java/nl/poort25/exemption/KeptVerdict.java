package nl.poort25.exemption;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;

/**
 * A verdict as it is kept: a rule and what broke it, one a line. A rule that the portal no longer
 * knows is left out.
 */
public record KeptVerdict(String text) {
  private static final String SEPARATOR = "\t";
  private static final int MOST_OFFENDERS = 20;

  static KeptVerdict of(Verdict verdict) {
    return new KeptVerdict(
        verdict.findings().stream().map(KeptVerdict::line).collect(Collectors.joining("\n")));
  }

  private static String line(Finding finding) {
    var words = new java.util.ArrayList<String>();
    words.add(finding.rule().name());
    finding.offenders().stream().limit(MOST_OFFENDERS).forEach(words::add);
    return String.join(SEPARATOR, words);
  }

  public Verdict verdict() {
    return new Verdict(
        text.lines()
            .map(line -> List.of(line.split(SEPARATOR)))
            .flatMap(
                words ->
                    Arrays.stream(ExemptionRule.values())
                        .filter(rule -> rule.name().equals(words.get(0)))
                        .map(rule -> new Finding(rule, words.subList(1, words.size()))))
            .toList());
  }
}
