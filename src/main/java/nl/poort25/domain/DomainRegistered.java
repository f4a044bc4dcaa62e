package nl.poort25.domain;

import java.util.LinkedHashMap;
import java.util.Map;

public record DomainRegistered(Registration registration) implements DomainAct {
  @Override
  public Map<String, String> after() {
    var values = new LinkedHashMap<String, String>();
    values.put("origin", registration.getOrigin().name());
    values.put("action", registration.getAction().name());
    values.put("dns-by-provider", String.valueOf(registration.isDnsByProvider()));
    if (registration.getCustomer() != null) {
      values.put("customer", registration.getCustomer().getName());
    }
    return values;
  }
}
