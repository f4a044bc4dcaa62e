package nl.poort25.abuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.poort25.network.Cidr;

/**
 * Staff opened a case (4.13): whatever is open on these addresses is suspended, in the same
 * transaction.
 */
public record AbuseBlocked(AbuseCase abuseCase, List<Cidr> addresses, Instant at)
    implements AbuseAct {
  public AbuseBlocked {
    addresses = List.copyOf(addresses);
  }

  @Override
  public Map<String, String> after() {
    return Map.of(
        "addresses",
        addresses.stream().map(Cidr::toString).collect(Collectors.joining(", ")),
        "connection",
        abuseCase.getConnection().getReference(),
        "reason",
        abuseCase.getReason());
  }
}
