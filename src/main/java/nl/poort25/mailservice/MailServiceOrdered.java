package nl.poort25.mailservice;

import java.util.Map;

public record MailServiceOrdered(MailService service) implements MailServiceAct {
  @Override
  public Map<String, String> after() {
    return values(service.getState());
  }
}
