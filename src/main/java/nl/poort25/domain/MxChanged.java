package nl.poort25.domain;

import java.util.Map;

/** A look at the DNS gave another verdict than the one before. */
public record MxChanged(Registration registration, MxState was) implements DomainAct {
  @Override
  public Map<String, String> before() {
    return Map.of("mx", was.name());
  }

  @Override
  public Map<String, String> after() {
    return Map.of("mx", registration.getMxState().name());
  }
}
