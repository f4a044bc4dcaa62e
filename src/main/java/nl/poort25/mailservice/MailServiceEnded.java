package nl.poort25.mailservice;

import java.util.Map;

/** It ended because the registration of its name did (3.6), by withdrawal or transfer. */
public record MailServiceEnded(MailService service, MailServiceState was)
    implements MailServiceAct {
  @Override
  public Map<String, String> before() {
    return values(was);
  }

  @Override
  public Map<String, String> after() {
    return values(service.getState());
  }
}
