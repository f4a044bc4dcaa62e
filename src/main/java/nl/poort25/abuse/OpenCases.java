package nl.poort25.abuse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.poort25.network.Cidr;

/**
 * The open cases of some partners and on some addresses, which hold what is asked there (4.14); see
 * {@link OpenCaseQueries#open}.
 */
public record OpenCases(Map<Long, List<AbuseCase>> byPartner, Map<Cidr, AbuseCase> byAddress) {
  /** The partner's, then whoever's on these addresses: nothing opens them. */
  public List<AbuseCase> holding(long partnerId, Collection<Cidr> addresses) {
    return Stream.concat(
            byPartner.getOrDefault(partnerId, List.of()).stream(),
            addresses.stream().filter(byAddress::containsKey).map(byAddress::get))
        .distinct()
        .toList();
  }

  /** The numbers of those. */
  public List<String> numbers(long partnerId, Collection<Cidr> addresses) {
    return holding(partnerId, addresses).stream().map(AbuseCase::getNumber).toList();
  }
}
