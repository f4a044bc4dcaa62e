package nl.poort25.exemption;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.poort25.account.Account;
import nl.poort25.policy.PolicyVersion;

/**
 * Who sent the request, and thereby acknowledged that he knows the policy (1.2) and is responsible
 * for the measures (4.12); when, and which version that was.
 */
@Embeddable
public record Acknowledged(
    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "ordered_by") Account by,
    @Column(name = "ordered_at") Instant at,
    @Column(name = "policy_version") String policyVersion) {
  static Acknowledged of(Account by, Instant now) {
    return new Acknowledged(by, now, PolicyVersion.current().id());
  }
}
