package nl.poort25.exemption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.poort25.policy.Article;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
  private static final String ASKED = "192.0.2.61";
  private static final String OTHER = "192.0.2.62";

  private static DecisionRuleFacts approval(
      Set<String> granted, Set<ExemptionRule> violated, Set<ExemptionRule> overruled) {
    return new DecisionRuleFacts(
        true,
        Set.of(),
        null,
        Set.of(ASKED, OTHER),
        granted,
        Map.of(),
        violated,
        overruled,
        List.of());
  }

  private static DecisionRuleFacts rejection(Set<Article> cites, String cure) {
    return new DecisionRuleFacts(
        false,
        cites,
        cure,
        Set.of(ASKED),
        Set.of(),
        Map.of(),
        Set.of(ExemptionRule.NOT_OVER_A_TELEWORKER_LINE),
        Set.of(),
        List.of("AB-2026-0001"));
  }

  private static void assertHolds(DecisionRule rule, DecisionRuleFacts facts) {
    assertEquals(List.of(), rule.offenders(facts));
  }

  private static void assertFails(DecisionRule rule, DecisionRuleFacts facts, String... offenders) {
    assertEquals(List.of(offenders), rule.offenders(facts));
  }

  @Test
  void violationsAreOverruledHoldsWithAReasonForEachAndForARejection() {
    var teleworker = Set.of(ExemptionRule.NOT_OVER_A_TELEWORKER_LINE);
    assertHolds(
        DecisionRule.VIOLATIONS_ARE_OVERRULED, approval(Set.of(ASKED), teleworker, teleworker));
    assertHolds(DecisionRule.VIOLATIONS_ARE_OVERRULED, approval(Set.of(ASKED), Set.of(), Set.of()));
    assertHolds(
        DecisionRule.VIOLATIONS_ARE_OVERRULED, rejection(Set.of(Article.A4_2), "Een andere lijn."));
  }

  @Test
  void violationsAreOverruledFailsForTheOneWithoutAReason() {
    assertFails(
        DecisionRule.VIOLATIONS_ARE_OVERRULED,
        approval(
            Set.of(ASKED),
            Set.of(ExemptionRule.NOT_OVER_A_TELEWORKER_LINE),
            Set.of(ExemptionRule.PAIR_IS_FREE)),
        "4.2");
  }

  @Test
  void violationsAreOverruledFailsForWhatNobodyMayOverrule() {
    var nowhere = Set.of(ExemptionRule.IS_ON_A_CONNECTION);
    assertFails(
        DecisionRule.VIOLATIONS_ARE_OVERRULED, approval(Set.of(ASKED), nowhere, nowhere), "4.8");
  }

  @Test
  void violationsAreOverruledAsksNoReasonForWhatIsInvestigated() {
    var abuse = Set.of(ExemptionRule.NO_ABUSE_IS_INVESTIGATED);
    assertHolds(DecisionRule.VIOLATIONS_ARE_OVERRULED, approval(Set.of(ASKED), abuse, Set.of()));
  }

  private static DecisionRuleFacts partly(RefusalReason why) {
    return approval(Set.of(ASKED), Set.of(), Set.of())
        .approving(Set.of(ASKED, OTHER), Set.of(ASKED), Map.of(OTHER, why));
  }

  @Test
  void refusedLinesAreExplainedHolds() {
    assertHolds(
        DecisionRule.REFUSED_LINES_ARE_EXPLAINED, approval(Set.of(ASKED), Set.of(), Set.of()));
    assertHolds(
        DecisionRule.REFUSED_LINES_ARE_EXPLAINED,
        partly(new RefusalReason(Set.of(Article.A4_6), "Te ruim.", "Een kleiner blok.")));
  }

  @Test
  void refusedLinesAreExplainedFailsWithoutAnArticleAReasonOrACure() {
    for (var why :
        List.of(
            new RefusalReason(Set.of(), "Te ruim.", "Een kleiner blok."),
            new RefusalReason(Set.of(Article.A4_6), null, "Een kleiner blok."),
            new RefusalReason(Set.of(Article.A4_6), "Te ruim.", null))) {
      assertFails(DecisionRule.REFUSED_LINES_ARE_EXPLAINED, partly(why), OTHER);
    }
  }

  @Test
  void nothingWiderThanAskedHoldsForLess() {
    assertHolds(DecisionRule.NOTHING_WIDER_THAN_ASKED, approval(Set.of(ASKED), Set.of(), Set.of()));
  }

  @Test
  void nothingWiderThanAskedFails() {
    assertFails(
        DecisionRule.NOTHING_WIDER_THAN_ASKED,
        approval(Set.of(ASKED, "192.0.2.63"), Set.of(), Set.of()),
        "192.0.2.63");
  }

  @Test
  void rejectionCitesAnArticleHolds() {
    assertHolds(
        DecisionRule.REJECTION_CITES_AN_ARTICLE, rejection(Set.of(Article.A4_2), "Een andere."));
    assertHolds(
        DecisionRule.REJECTION_CITES_AN_ARTICLE, approval(Set.of(ASKED), Set.of(), Set.of()));
  }

  @Test
  void rejectionCitesAnArticleFails() {
    assertFails(DecisionRule.REJECTION_CITES_AN_ARTICLE, rejection(Set.of(), "Een andere."), "–");
  }

  @Test
  void rejectionSaysWhatWouldChangeItHolds() {
    assertHolds(
        DecisionRule.REJECTION_SAYS_WHAT_WOULD_CHANGE_IT,
        rejection(Set.of(Article.A4_2), "Een andere lijn."));
  }

  @Test
  void rejectionSaysWhatWouldChangeItFails() {
    assertFails(
        DecisionRule.REJECTION_SAYS_WHAT_WOULD_CHANGE_IT,
        rejection(Set.of(Article.A4_2), null),
        "–");
  }

  @Test
  void noApprovalWhileAbuseIsInvestigatedHoldsForARejection() {
    assertHolds(
        DecisionRule.NO_APPROVAL_WHILE_ABUSE_IS_INVESTIGATED,
        rejection(Set.of(Article.A4_14), "Het onderzoek afronden."));
  }

  @Test
  void noApprovalWhileAbuseIsInvestigatedFails() {
    var facts =
        new DecisionRuleFacts(
            true,
            Set.of(),
            null,
            Set.of(ASKED),
            Set.of(ASKED),
            Map.of(),
            Set.of(),
            Set.of(),
            List.of("AB-2026-0001"));
    assertFails(DecisionRule.NO_APPROVAL_WHILE_ABUSE_IS_INVESTIGATED, facts, "AB-2026-0001");
  }
}
