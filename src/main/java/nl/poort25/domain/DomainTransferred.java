package nl.poort25.domain;

import java.util.Map;

/**
 * Staff has given the name to another partner (3.5): the registration has ended, and what hangs on
 * it goes along. Whoever had it does not learn who has it now.
 *
 * @param to the registration that took its place
 */
public record DomainTransferred(Registration registration, DomainStatus was, Registration to)
    implements DomainAct {
  @Override
  public Map<String, String> before() {
    return Map.of("standing", was.name());
  }

  @Override
  public Map<String, String> after() {
    return Map.of("standing", DomainStatus.TRANSFERRED.name());
  }
}
