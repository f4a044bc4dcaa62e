package nl.poort25.mx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import nl.poort25.domain.DnsExistence;
import nl.poort25.domainname.DomainName;
import nl.poort25.web.ConcurrencyLimit;

/**
 * Looks up names in the DNS while a user waits, with a time limit and a limit of lookups at once.
 */
@ApplicationScoped
class DnsExistenceLookup implements DnsExistence {
  private static final Duration MOST = Duration.ofSeconds(5);

  private final ConcurrencyLimit asked = new ConcurrencyLimit(16, 2);

  @Inject Dns dns;

  @Override
  public Optional<Boolean> lookUp(DomainName name, long asker) {
    if (!asked.tryEnter(asker)) {
      return Optional.empty();
    }
    try {
      var answer = dns.addresses(name.toString(), MOST);
      return answer instanceof DnsAnswer.Unavailable
          ? Optional.empty()
          : Optional.of(!(answer instanceof DnsAnswer.NxDomain));
    } finally {
      asked.leave(asker);
    }
  }
}
