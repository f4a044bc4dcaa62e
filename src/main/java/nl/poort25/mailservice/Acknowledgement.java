package nl.poort25.mailservice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.poort25.account.Account;
import nl.poort25.policy.PolicyVersion;

/**
 * Who ordered, and thereby acknowledged that it costs money (3.8) and that he knows the policy
 * (1.2); when, and which version that was.
 */
@Embeddable
public record Acknowledgement(
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "ordered_by") Account by,
    @Column(name = "ordered_at") Instant at,
    @Column(name = "policy_version") String policyVersion) {
  static Acknowledgement of(Account by, Instant now) {
    return new Acknowledgement(by, now, PolicyVersion.current().id());
  }
}
