package nl.poort25.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransferRuleTest {
  private static List<String> offenders(TransferRule rule, List<String> investigated, int names) {
    return rule.offenders(new TransferRuleFacts(investigated, names, 100));
  }

  @Test
  void nobodyIsInvestigatedHoldsWithoutAnOpenCase() {
    assertEquals(List.of(), offenders(TransferRule.NOBODY_IS_INVESTIGATED, List.of(), 1));
  }

  @Test
  void nobodyIsInvestigatedFailsWithTheNumbersOfTheCases() {
    assertEquals(
        List.of("MB-2026-0001"),
        offenders(TransferRule.NOBODY_IS_INVESTIGATED, List.of("MB-2026-0001"), 1));
  }

  @Test
  void namesGoAtOnceHoldsUpToTheMost() {
    assertEquals(List.of(), offenders(TransferRule.NAMES_GO_AT_ONCE, List.of(), 100));
  }

  @Test
  void namesGoAtOnceFailsAboveTheMost() {
    assertEquals(List.of("100"), offenders(TransferRule.NAMES_GO_AT_ONCE, List.of(), 101));
  }
}
