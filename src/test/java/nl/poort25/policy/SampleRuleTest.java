package nl.poort25.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Three tests short of what PolicyTest wants of every real rule, and it is to find that out. */
class SampleRuleTest {
  @Test
  void belowTenHoldsForNine() {
    assertEquals(List.of(), SampleRule.BELOW_TEN.offenders(List.of(9)));
  }
}
