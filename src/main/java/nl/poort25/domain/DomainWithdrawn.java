package nl.poort25.domain;

import java.util.Map;

/** The registration has ended, and with it its mail services (3.6). */
public record DomainWithdrawn(Registration registration, DomainStatus was) implements DomainAct {
  @Override
  public Map<String, String> before() {
    return Map.of("standing", was.name());
  }

  @Override
  public Map<String, String> after() {
    return Map.of("standing", DomainStatus.WITHDRAWN.name());
  }
}
