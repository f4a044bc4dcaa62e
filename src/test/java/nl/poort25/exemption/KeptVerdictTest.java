package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.poort25.network.ConnectionKind;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.StoredVerdict;
import nl.poort25.policy.Verdict;
import org.junit.jupiter.api.Test;

class KeptVerdictTest {
  private static final Verdict VERDICT =
      Verdict.of(
          ExemptionRule.values(),
          new Cases(ExemptionKind.OWN_MAIL_SERVICE)
              .kindOfLine(ConnectionKind.TELEWORKER_LINE)
              .abuse("AB-2026-0001", "AB-2026-0002")
              .done());

  private static Verdict verdict(StoredVerdict kept) {
    return kept.verdict(ExemptionRule.values());
  }

  @Test
  void saysLaterWhatTheRulesSaidThen() {
    assertEquals(VERDICT, verdict(Exemption.kept(VERDICT)));
    assertFalse(verdict(Exemption.kept(VERDICT)).holds());
  }

  @Test
  void leavesOutARuleThatIsNoMore() {
    var kept = new StoredVerdict("GONE\tx\nNOT_OVER_A_TELEWORKER_LINE");
    assertEquals(1, verdict(kept).findings().size());
    assertTrue(verdict(kept).holds());
  }

  @Test
  void keepsTheFirstOffendersOfVeryMany() {
    var many = java.util.stream.IntStream.range(0, 500).mapToObj(i -> "192.0.2." + i).toList();
    var finding = new nl.poort25.policy.Finding(ExemptionRule.PAIR_IS_FREE, many);
    var kept = Exemption.kept(new Verdict(List.of(finding)));
    assertTrue(kept.text().length() < 8000 / ExemptionRule.values().length);
    assertFalse(verdict(kept).holds());
  }
}
