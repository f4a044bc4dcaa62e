package nl.poort25.domain;

import java.time.Instant;
import java.util.Map;

/** The proof is no longer seen; it ends at that moment if it does not come back. */
public record ProofLost(Registration registration, Instant endsAt) implements DomainAct {
  @Override
  public Map<String, String> after() {
    return Map.of(
        "proof", registration.getControl().getProof().name(), "ends-at", endsAt.toString());
  }
}
