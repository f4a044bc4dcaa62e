package nl.poort25.mailservice;

import java.util.Map;
import java.util.stream.Collectors;

/** It was in use before the portal knew of it, or before its name was transferred. */
public record MailServiceTakenOver(MailService service) implements MailServiceAct {
  @Override
  public Map<String, String> after() {
    var values = values(service.getState());
    if (service.isToAccept()) {
      values.put(
          "violations",
          service.getViolations().stream()
              .map(finding -> finding.cites().article().number())
              .distinct()
              .collect(Collectors.joining(" ")));
    }
    return values;
  }
}
