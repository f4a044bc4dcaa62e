package nl.poort25.domain;

import java.util.Map;

public record ControlProven(Registration registration) implements DomainAct {
  @Override
  public Map<String, String> after() {
    var control = registration.getControl();
    return control.getNote() == null
        ? Map.of("proof", control.getProof().name())
        : Map.of("proof", control.getProof().name(), "note", control.getNote());
  }
}
