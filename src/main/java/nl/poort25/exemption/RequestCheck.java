package nl.poort25.exemption;

import java.util.List;
import nl.poort25.policy.Verdict;
import nl.poort25.text.Text;

/**
 * What the page says that a draft is checked on before it is sent.
 *
 * @param missing steps that are to be filled in first, in order
 */
public record RequestCheck(List<RequestStep> missing, Verdict verdict) {
  public Text lead() {
    if (!missing.isEmpty()) {
      return Text.of("exemption.check.incomplete");
    } else if (verdict.holds()) {
      return Text.of("exemption.check.holds");
    }
    return isOverrulable()
        ? Text.of("exemption.check.violated", verdict.violations().size())
        : Text.of("exemption.check.blocked");
  }

  /** Whether it can be sent as it is. */
  public boolean isSendable() {
    return missing.isEmpty() && isOverrulable();
  }

  private boolean isOverrulable() {
    return ExemptionRequests.canBeSent(verdict, violations());
  }

  /** What is sent along, so that only what was shown is accepted. */
  public String violations() {
    return ExemptionRequests.violations(verdict);
  }

  public Text submit() {
    return Text.of(verdict.holds() ? "exemption.check.send" : "exemption.check.send-anyway");
  }

  /** The step to go on with; null where none is missing. */
  public RequestStep next() {
    return missing.isEmpty() ? null : missing.get(0);
  }
}
