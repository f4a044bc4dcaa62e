package nl.poort25.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/** Staff has given the name to this partner, with proof of control (3.5). */
public record DomainReceived(Registration registration) implements DomainAct {
  @Override
  public Map<String, String> after() {
    var values = new LinkedHashMap<>(new DomainRegistered(registration).after());
    values.put("proof", registration.getControl().getProof().name());
    values.put("note", registration.getControl().getNote());
    return values;
  }
}
