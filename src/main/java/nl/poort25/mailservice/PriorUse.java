package nl.poort25.mailservice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import nl.poort25.policy.StoredVerdict;
import nl.poort25.policy.Verdict;

/**
 * That a mail service was in use before this registration of its name: nobody ordered it here. The
 * rules that it violated then wait for staff to accept them.
 */
@Embeddable
public class PriorUse {
  private static final int MOST_OFFENDERS = 4;

  @Column(name = "taken_over_at")
  private Instant takenOverAt;

  private String violations;

  protected PriorUse() {}

  private PriorUse(Instant takenOverAt, String violations) {
    this.takenOverAt = takenOverAt;
    this.violations = violations;
  }

  static PriorUse of(Verdict said, Instant now) {
    return new PriorUse(
        now, said.holds() ? null : StoredVerdict.of(said.violations(), MOST_OFFENDERS).text());
  }

  /**
   * What another partner had until now.
   *
   * @param before null where that one had ordered it
   */
  static PriorUse handedOver(PriorUse before, Instant now) {
    return new PriorUse(now, before == null ? null : before.violations);
  }

  void acceptViolations() {
    violations = null;
  }

  boolean isViolating() {
    return violations != null;
  }

  /** Since when the portal knows of it. */
  public Instant getTakenOverAt() {
    return takenOverAt;
  }

  /** The rules that it violated, while that waits for staff. */
  public Verdict getVerdict() {
    return isViolating()
        ? new StoredVerdict(violations).verdict(MailServiceRule.values())
        : new Verdict(List.of());
  }
}
