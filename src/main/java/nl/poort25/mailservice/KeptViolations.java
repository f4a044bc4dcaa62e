package nl.poort25.mailservice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;

/** What a service violates, as its column has it: a rule and what broke it, one a line. */
final class KeptViolations {
  private static final String SEPARATOR = "\t";

  private KeptViolations() {}

  /** Null where every rule holds. */
  static String of(Verdict verdict) {
    return verdict.holds()
        ? null
        : verdict.violations().stream()
            .map(
                finding ->
                    Stream.concat(
                            Stream.of(finding.rule().name()), finding.offenders().stream().limit(4))
                        .collect(Collectors.joining(SEPARATOR)))
            .collect(Collectors.joining("\n"));
  }

  /** A rule that the portal no longer knows is left out. */
  static List<Finding> read(String kept) {
    return kept == null
        ? List.of()
        : kept.lines()
            .map(line -> List.of(line.split(SEPARATOR)))
            .flatMap(
                words ->
                    Arrays.stream(MailServiceRule.values())
                        .filter(rule -> rule.name().equals(words.get(0)))
                        .map(rule -> new Finding(rule, words.subList(1, words.size()))))
            .toList();
  }
}
