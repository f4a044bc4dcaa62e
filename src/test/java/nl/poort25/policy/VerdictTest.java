package nl.poort25.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.poort25.text.Text;
import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void holdsIfNoRuleHasAnOffender() {
    var verdict = Verdict.of(SampleRule.values(), List.of(2, 4));
    assertTrue(verdict.holds());
    assertEquals(List.of(), verdict.violations());
    assertEquals(2, verdict.findings().size());
  }

  @Test
  void listsEveryViolatedRuleWithAllItsOffenders() {
    var verdict = Verdict.of(SampleRule.values(), List.of(3, 11, 12));
    assertFalse(verdict.holds());
    assertEquals(
        List.of(
            new Finding(SampleRule.BELOW_TEN, List.of("11", "12")),
            new Finding(SampleRule.IS_EVEN, List.of("3", "11"))),
        verdict.violations());
  }

  @Test
  void listsOnlyTheViolatedOnesAmongTheFindings() {
    var verdict = Verdict.of(SampleRule.values(), List.of(12));
    assertEquals(
        List.of(SampleRule.BELOW_TEN), verdict.violations().stream().map(Finding::rule).toList());
  }

  @Test
  void whatCannotBeJudgedYetIsNeitherFulfilledNorViolated() {
    var verdict = Verdict.of(SampleRule.values(), List.of());
    assertEquals(List.of(), verdict.violations());
    assertEquals(List.of("none", "none"), verdict.findings().stream().map(Finding::sign).toList());
    var known = Verdict.of(SampleRule.values(), List.of(12));
    assertEquals(
        Set.of("ok", "bad"),
        known.findings().stream().map(Finding::sign).collect(Collectors.toSet()));
    assertEquals("none", known.violations().get(0).notYet().sign());
  }

  @Test
  void aFindingNamesItsOffendersInItsTexts() {
    var finding = new Finding(SampleRule.IS_EVEN, List.of("3", "11"));
    assertEquals(Text.of("SampleRule.IS_EVEN.title", "3, 11"), finding.title());
    assertEquals(Text.of("SampleRule.IS_EVEN.violated", "3, 11"), finding.violated());
    assertEquals(Text.of("SampleRule.IS_EVEN.cure", "3, 11"), finding.cure());
    assertEquals(Article.A3_2.policy(), finding.cites());
  }
}
