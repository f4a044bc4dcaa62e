package nl.poort25.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.poort25.policy.PolicyVersion;

/**
 * Who ordered or asked for something, and thereby acknowledged that he knows the policy (1.2) and
 * what it makes him answer for: the costs of a mail service (3.8), the measures of an exemption
 * (4.12); when, and which version that was.
 */
@Embeddable
public record Acknowledgement(
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "ordered_by") Account by,
    @Column(name = "ordered_at") Instant at,
    @Column(name = "policy_version") String policyVersion) {
  public static Acknowledgement of(Account by, Instant now) {
    return new Acknowledgement(by, now, PolicyVersion.current().id());
  }
}
