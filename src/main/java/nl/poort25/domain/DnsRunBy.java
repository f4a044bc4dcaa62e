package nl.poort25.domain;

import java.util.Map;

/** Staff has seen that somebody else than was said runs the DNS of the name (3.12). */
public record DnsRunBy(Registration registration) implements DomainAct {
  @Override
  public Map<String, String> before() {
    return Map.of("dns-by-provider", String.valueOf(!registration.isDnsByProvider()));
  }

  @Override
  public Map<String, String> after() {
    return Map.of("dns-by-provider", String.valueOf(registration.isDnsByProvider()));
  }
}
