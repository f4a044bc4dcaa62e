package nl.poort25.abuse;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.poort25.network.Cidr;

/**
 * Staff added addresses to an open case: whatever is open on these is suspended, in the same
 * transaction, as if the case had been opened with them (4.13).
 */
public record AbuseExtended(AbuseCase abuseCase, List<Cidr> addresses, String reason, Instant at)
    implements AbuseAct {
  public AbuseExtended {
    addresses = List.copyOf(addresses);
  }

  @Override
  public Map<String, String> after() {
    return Map.of(
        "addresses",
        addresses.stream().map(Cidr::toString).collect(joining(", ")),
        "reason",
        reason);
  }
}
