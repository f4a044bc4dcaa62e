package nl.poort25.domain;

import java.util.Optional;
import nl.poort25.domainname.DomainName;

/** Whether a name exists in the DNS. Must not be called within a transaction. */
public interface DnsExistence {
  /**
   * Whether the name exists there, with whatever records. Empty where nobody says so while somebody
   * waits.
   *
   * @param asker who waits; so many of his questions at once are asked, and no more
   */
  Optional<Boolean> lookUp(DomainName name, long asker);
}
