package nl.poort25.policy;

import java.util.Arrays;
import java.util.List;

/**
 * The findings of all rules of a feature on a case, including those that hold. Staff's overruling
 * (1.1: rule, reason, who) is kept beside it, never as part of a rule; see {@link
 * Article#canBeOverruled()}.
 */
public record Verdict(List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  public static <C> Verdict of(Rule<C>[] rules, C facts) {
    return new Verdict(Arrays.stream(rules).map(rule -> finding(rule, facts)).toList());
  }

  private static <C> Finding finding(Rule<C> rule, C facts) {
    var offenders = rule.offenders(facts);
    return new Finding(rule, offenders, !offenders.isEmpty() || rule.hasFacts(facts));
  }

  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }

  public List<Finding> violations() {
    return findings.stream().filter(finding -> !finding.holds()).toList();
  }
}
