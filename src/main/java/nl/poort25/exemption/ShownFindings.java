package nl.poort25.exemption;

import java.util.Comparator;
import java.util.List;
import nl.poort25.policy.ExemptionKind;
import nl.poort25.policy.Finding;
import nl.poort25.policy.Verdict;

/** Which findings the pages of a request list: what concerns such a request, the violated first. */
final class ShownFindings {
  private ShownFindings() {}

  /** What is violated first, then what cannot be judged yet. */
  static List<Finding> of(Exemption exemption, Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> concerns((ExemptionRule) finding.rule(), exemption))
        .map(finding -> isAskedYet(exemption, finding) ? finding : finding.notYet())
        .sorted(Comparator.comparing(Finding::holds).thenComparing(Finding::isJudged))
        .toList();
  }

  private static boolean concerns(ExemptionRule rule, Exemption exemption) {
    var kind = exemption.getKind();
    boolean sources = kind == ExemptionKind.THIRD_PARTY || exemption.getAnswers().isOutside();
    return switch (rule) {
      case NOT_OVER_A_TELEWORKER_LINE, PARTNER_HAS_FEW_SERVERS ->
          kind == ExemptionKind.OWN_MAIL_SERVICE;
      case COLOCATION_IS_ONE, COLOCATION_HAS_FEW_SERVERS -> kind == ExemptionKind.COLOCATION;
      case THIRD_PARTY_IS_NAMED -> kind == ExemptionKind.THIRD_PARTY;
      case SOURCE_IS_NARROW,
          SOURCE_IS_OUTSIDE,
          SOURCE_IS_PUBLIC,
          SOURCE_HAS_A_DESTINATION,
          PAIR_IS_FREE ->
          sources;
      case DESTINATION_IS_FREE -> !sources;
      // said beside its box
      case MEASURES_ARE_ACKNOWLEDGED, POLICY_IS_ACKNOWLEDGED -> false;
      default -> true;
    };
  }

  /** What a draft has not come to is no fault of it. */
  private static boolean isAskedYet(Exemption exemption, Finding finding) {
    var step = step((ExemptionRule) finding.rule());
    return step == null
        || exemption.getState() != ExemptionState.DRAFT
        || !exemption.isMissing(step);
  }

  /** The step without which a partner has not got to it; null for none. */
  private static RequestStep step(ExemptionRule rule) {
    return switch (rule) {
      case IS_ON_A_CONNECTION -> RequestStep.CONNECTION;
      case THIRD_PARTY_IS_NAMED -> RequestStep.THIRD_PARTY;
      default -> null;
    };
  }
}
