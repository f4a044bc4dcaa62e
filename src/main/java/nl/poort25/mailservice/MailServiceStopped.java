package nl.poort25.mailservice;

import java.util.Map;

/** Staff ended a service that was taken over. */
public record MailServiceStopped(MailService service, MailServiceState was)
    implements MailServiceAct {
  @Override
  public Map<String, String> before() {
    return values(was);
  }

  @Override
  public Map<String, String> after() {
    var values = values(service.getState());
    values.put("reason", service.getReason());
    return values;
  }
}
