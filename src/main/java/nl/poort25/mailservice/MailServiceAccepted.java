package nl.poort25.mailservice;

import java.util.Map;

/** Staff leaves a service as it was taken over, though it violates rules. */
public record MailServiceAccepted(MailService service) implements MailServiceAct {
  @Override
  public Map<String, String> after() {
    var values = values(service.getState());
    values.put("note", service.getNote());
    return values;
  }
}
